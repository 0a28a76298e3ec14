import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import path from 'node:path';
import { composeDirectory } from './composition/directory.ts';
import { composeDirectoryInUse } from './composition/directoryInUse.ts';
import { composeMail } from './composition/mail.ts';
import { composeNotices } from './composition/notices.ts';
import { composePeople } from './composition/people.ts';
import { withPresentFolders } from './composition/presentFolders.ts';
import { readGroupsAnew } from './composition/readGroupsAnew.ts';
import { wakeAfterSaves, wakeAfterUnlock } from './composition/wakeAfter.ts';
import { composeWatch } from './composition/watch.ts';
import { createIdentifyCaller } from './hosts/identifyCaller.ts';
import { type CallsInProgress, createCallsInProgress } from './hosts/callsInProgress.ts';
import { createImplementer, type DuringCall } from './hosts/implementer.ts';
import type { Log } from './hosts/log.ts';
import { createAlertsOperations } from './hosts/operations/alertsOperations.ts';
import { createAuditOperations } from './hosts/operations/auditOperations.ts';
import { createDirectoryOperations } from './hosts/operations/directoryOperations.ts';
import { createDirectoryPeopleOperations } from './hosts/operations/directoryPeopleOperations.ts';
import { createDirectoryServiceOperations } from './hosts/operations/directoryServiceOperations.ts';
import { createFoldersOperations } from './hosts/operations/foldersOperations.ts';
import { createKnowledgeOperations } from './hosts/operations/knowledgeOperations.ts';
import { createMailOperations } from './hosts/operations/mailOperations.ts';
import { createMailboxOperations } from './hosts/operations/mailboxOperations.ts';
import { createNoticesOperations } from './hosts/operations/noticesOperations.ts';
import { createRolesOperations } from './hosts/operations/rolesOperations.ts';
import { createSecurityOperations } from './hosts/operations/securityOperations.ts';
import { createSessionOperations } from './hosts/operations/sessionOperations.ts';
import { createSettingsOperations } from './hosts/operations/settingsOperations.ts';
import { createUsersOperations } from './hosts/operations/usersOperations.ts';
import { createWatchOperations } from './hosts/operations/watchOperations.ts';
import { typedSecrets } from './hosts/typedSecrets.ts';
import { createAuditService } from './services/audit/auditService.ts';
import { createMailboxService } from './services/mailbox/mailboxService.ts';
import { withoutProgramMail } from './services/mailbox/withoutProgramMail.ts';
import { createSealingKey } from './services/proof/sealingKey.ts';
import { createDatabaseRecovery } from './services/security/databaseRecovery.ts';
import { createProtectionService } from './services/security/protectionService.ts';
import { createSignInRulesService } from './services/security/signInRulesService.ts';
import { createSettingsService } from './services/settings/settingsService.ts';
import { createAuditStore } from './stores/audit/auditStore.ts';
import { createChainEnd } from './stores/audit/chainEnd.ts';
import { createDatabase, type Database } from './stores/database/createDatabase.ts';
import { openDataDirectory } from './stores/files/openDataDirectory.ts';
import { createMessageStore, mailboxLimits, type MessageStore } from './stores/mailbox/messageStore.ts';
import { createProofRecordStore } from './stores/proof/proofRecordStore.ts';
import { createSettingsStore } from './stores/settings/createSettingsStore.ts';
import type { StoreConstructor } from './stores/settings/settingsFile.ts';
import type { SettingsStore } from './stores/settings/settingsStore.ts';
import { createFolderStore } from './stores/users/folderStore.ts';
import { createVault } from './stores/vault/createVault.ts';
import type { LiveSecrets } from './stores/vault/liveSecrets.ts';
import type { OperatingSystemProtector } from './stores/vault/operatingSystemProtector.ts';

export type AppOptions = {
  /** Absolute path of the folder that holds settings, vault and mailbox; made when it is not there. */
  dataDirectory: string;
  log: Log;
  /** The secrets that `log` masks. */
  secrets: LiveSecrets;
  version: string;
  /** BCP 47 tag of the system's language. */
  systemLocale: string;
  /** What only the desktop program has: its settings class and the system's protection of secrets. */
  desktop?: { storeConstructor: StoreConstructor; operatingSystem: OperatingSystemProtector };
};

const now = (): Date => new Date();

/** How long the end of the program waits for calls: what they did needs its row in the audit. */
const callPatienceMs = 5_000;

const createStores = ({ dataDirectory, log, desktop }: AppOptions) => {
  const directory = dataDirectory;
  const keyFile = path.join(directory, 'vault.key');
  const messages = path.join(directory, 'mailbox');
  return {
    settings: createSettingsStore({
      ...{ directory, log },
      ...(desktop ? { storeConstructor: desktop.storeConstructor } : {}),
    }),
    vault: createVault({
      ...{ directory, keyFile, log },
      ...(desktop ? { operatingSystem: desktop.operatingSystem } : {}),
    }),
    messages: createMessageStore({ directory: messages, limits: mailboxLimits, now, log }),
    records: createProofRecordStore(path.join(directory, 'proofs'), log),
    database: createDatabase({ directory, now }),
  };
};

/** Masks in the log what a person types, and counts the call, for as long as it runs. */
const createDuringCall =
  (secrets: LiveSecrets, calls: CallsInProgress): DuringCall =>
  (input) => {
    const endings = [...typedSecrets(input).map((secret) => secrets.register(secret)), calls.begin()];
    return () => endings.forEach((end) => end());
  };

const createAudit = (
  { dataDirectory: directory, log }: AppOptions,
  { query }: Pick<Database, 'query'>,
  { listRevisions }: Pick<SettingsStore, 'listRevisions'>,
) =>
  createAuditService({
    ...{ machine: hostname(), now: Date.now, listRevisions },
    store: createAuditStore(query),
    end: createChainEnd({ directory, query, log }),
  });

/** Every service there is, each built once. */
const createServices = (options: AppOptions) => {
  const { log, secrets, systemLocale } = options;
  const { messages, records, database, ...stores } = createStores(options);
  const wake = (): void => notices.background.wake();
  const folders = createFolderStore(database.query);
  const settings = readGroupsAnew(
    withPresentFolders(wakeAfterSaves(stores.settings, wake), folders),
    database,
  );
  const vault = wakeAfterUnlock(stores.vault, wake);
  const mailboxOf = (store: MessageStore) => createMailboxService({ store, limits: mailboxLimits, log });
  const mailbox = {
    ofAdministrators: mailboxOf(messages),
    ofOthers: mailboxOf(withoutProgramMail(messages)),
  };
  const rules = async () => (await settings.read()).security;
  const audit = createAudit(options, database, settings);
  const sealingKey = createSealingKey({ vault, newKey: () => randomBytes(32).toString('base64') });
  const directory = composeDirectory({ settings, vault, sealingKey, records, secrets, log });
  const directoryInUse = composeDirectoryInUse({ directory, log, alarm: () => notices.readerAlarm });
  const people = composePeople({
    ...{ database, vault, rules, now: Date.now },
    countProfiles: async (folderId) =>
      (await settings.read()).mail.profiles.filter((profile) => profile.folderId === folderId).length,
    holdProfiles: settings.hold,
    directory: directoryInUse.inUse,
    onError: (error) => log.error('directory.membershipUnread', { error }),
    recordDeeds: async (deeds, door) => {
      for (const deed of deeds) await audit.recordOwn({ ...deed, result: 'done' }, door ?? 'program');
    },
    onLocked: async ({ origin }, { user }) => {
      const result = user ? 'done' : 'unknownUser';
      const lock = { operation: 'session.lockUser', subject: user?.name ?? '', result };
      await audit.recordOwn(lock, origin.door);
      // What was typed for nobody may be a password: it is told to no one.
      if (!user) return;
      const parameters = { user: user.name, userId: user.id, machine: origin.machine };
      await notices.alerts.raise({ severity: 'Warn', component: 'signIn', code: 'userLocked', parameters });
    },
  });
  const mail = composeMail({
    ...{ settings, vault, sealingKey, records, folders, secrets, log },
    mailbox: mailbox.ofAdministrators,
  });
  const notices = composeNotices({
    ...{ database, settings, mail, people, audit, systemLocale, log },
    retentionDays: async () => (await rules()).audit.retentionDays,
  });
  const kept = { settings, vault, database, mailbox, audit, rules };
  return { ...kept, people, directory, directoryInUse, mail, notices };
};

type Services = ReturnType<typeof createServices>;

/** What the program does by itself. */
const createBackgrounds = (services: Services, { log }: Pick<AppOptions, 'log'>) => {
  const { notices } = services;
  const { watch, background } = composeWatch({
    ...{ ...services, alerts: notices.alerts, log },
    lastUse: services.mail.profileTokens.lastUse,
    findProxy: services.mail.ownDelivery.findProxy,
  });
  return {
    watch,
    start: (): void => {
      notices.background.start();
      background.start();
    },
    stop: async (): Promise<void> => {
      await notices.background.stop();
      await background.stop();
      await watch.stop();
    },
  };
};

const sessionServices = ({ people, notices, rules }: Services) => ({
  sessions: people.service,
  reset: notices.reset,
  signInWays: people.signInWays,
  hasAdministrator: people.hasAdministrator,
  passwordRules: async () => (await rules()).passwords,
  machine: hostname(),
});

/** Ends what is kept open for whoever asks or sends next. */
const closeConnections = async ({ directoryInUse, mail }: Services): Promise<void> => {
  directoryInUse.close();
  await mail.pool.close();
};

/** Composition root: every host answers from the router that this gives; an operation of the contract that nobody answers does not compile. */
export const createApp = async (options: AppOptions) => {
  const { dataDirectory, log, secrets, version, systemLocale } = options;
  const dataDirectoryRestricted = await openDataDirectory(dataDirectory, log);
  const services = createServices(options);
  const { settings, vault, database, mailbox, people, directory, mail, notices, audit, rules } = services;
  const background = createBackgrounds(services, options);
  const identify = createIdentifyCaller({ ...people, machine: hostname() });
  const calls = createCallsInProgress();
  const os = createImplementer(log, createDuringCall(secrets, calls), identify, audit.record);
  const program = { version, systemLocale, dataDirectory, dataDirectoryRestricted };
  const router = os.router({
    session: createSessionOperations(os, sessionServices(services), program),
    settings: createSettingsOperations(os, createSettingsService({ settings, vault, log })),
    security: createSecurityOperations(os, {
      protection: createProtectionService(vault),
      signInRules: createSignInRulesService(settings),
      database: createDatabaseRecovery(database, audit.announceRestore),
    }),
    users: createUsersOperations(os, people.users),
    roles: createRolesOperations(os, people),
    folders: createFoldersOperations(os, people.folders),
    directory: {
      ...createDirectoryOperations(os, directory.services),
      ...createDirectoryPeopleOperations(os, people),
    },
    directoryService: createDirectoryServiceOperations(os, people),
    alerts: createAlertsOperations(os, notices.alerts, people.users),
    audit: createAuditOperations(os, audit),
    notices: createNoticesOperations(os, { ...notices, wake: notices.background.wake, machine: hostname() }),
    mail: createMailOperations(os, mail.services, people.findAddress),
    mailbox: createMailboxOperations(os, mailbox),
    watch: createWatchOperations(os, background.watch),
    knowledge: createKnowledgeOperations(os),
  });
  return {
    router,
    /** What the program does by itself, for a host that lives long enough to start it. */
    background: { start: background.start },
    /** May anybody call the browser door's `/api` with name and password (U26). */
    mayUseBasic: async (): Promise<boolean> => !(await rules()).isBasicAuthenticationRestricted,
    close: async (): Promise<void> => {
      await background.stop();
      await calls.settle(callPatienceMs);
      await closeConnections(services);
      await notices.readerAlarm.settle();
      await audit.close();
      await database.close();
    },
  };
};

export type App = Awaited<ReturnType<typeof createApp>>;
