import { randomBytes, randomUUID } from 'node:crypto';
import { Resolver } from 'node:dns/promises';
import * as files from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { composePeople, type People } from './composition/people.ts';
import { createIdentifyCaller } from './hosts/identifyCaller.ts';
import { createImplementer } from './hosts/implementer.ts';
import type { Log } from './hosts/log.ts';
import { createAlertsOperations } from './hosts/operations/alertsOperations.ts';
import { createFoldersOperations } from './hosts/operations/foldersOperations.ts';
import { createKnowledgeOperations } from './hosts/operations/knowledgeOperations.ts';
import { createMailOperations, type MailServices } from './hosts/operations/mailOperations.ts';
import { createMailboxOperations } from './hosts/operations/mailboxOperations.ts';
import { createRolesOperations } from './hosts/operations/rolesOperations.ts';
import { createSecurityOperations } from './hosts/operations/securityOperations.ts';
import { createSessionOperations } from './hosts/operations/sessionOperations.ts';
import { createSettingsOperations } from './hosts/operations/settingsOperations.ts';
import { createUsersOperations } from './hosts/operations/usersOperations.ts';
import { typedSecrets } from './hosts/typedSecrets.ts';
import { loadTranslator } from './locales/translate.ts';
import { createTrustStore } from './protocols/tls/trustStore.ts';
import { createAlertService } from './services/alerts/alertService.ts';
import { createMailboxService, type MailboxService } from './services/mailbox/mailboxService.ts';
import { createFingerprint } from './services/mail/mailFingerprint.ts';
import { createProfileProving } from './services/mail/profileProving.ts';
import { createProfileAccess } from './services/mail/profiles/profileAccess.ts';
import { createProfileResolver } from './services/mail/profiles/profileResolver.ts';
import { createProfileService } from './services/mail/profiles/profileService.ts';
import { createMailProver } from './services/mail/proof/mailProver.ts';
import { createProofReports } from './services/mail/report/proofReport.ts';
import { createProofLog } from './services/proof/proofLog.ts';
import { newNotice } from './services/notices/newNotice.ts';
import { createPasswordReset } from './services/session/passwordReset.ts';
import { createProtectionService } from './services/security/protectionService.ts';
import { createSettingsService } from './services/settings/settingsService.ts';
import { createAlertStore } from './stores/alerts/alertStore.ts';
import { createSubscriptionStore } from './stores/alerts/subscriptionStore.ts';
import { createDatabase } from './stores/database/createDatabase.ts';
import { openDataDirectory } from './stores/files/openDataDirectory.ts';
import { createMessageStore, mailboxLimits } from './stores/mailbox/messageStore.ts';
import { createNoticeStore } from './stores/notices/noticeStore.ts';
import { createProofRecordStore } from './stores/mail/proofRecordStore.ts';
import { createSettingsStore } from './stores/settings/createSettingsStore.ts';
import type { StoreConstructor } from './stores/settings/settingsFile.ts';
import type { SettingsStore } from './stores/settings/settingsStore.ts';
import { createResetAttemptStore } from './stores/users/resetAttemptStore.ts';
import { createResetCodeStore } from './stores/users/resetCodeStore.ts';
import { createFolderStore, type FolderStore } from './stores/users/folderStore.ts';
import { createUserStore } from './stores/users/userStore.ts';
import { createVault } from './stores/vault/createVault.ts';
import type { LiveSecrets } from './stores/vault/liveSecrets.ts';
import type { OperatingSystemProtector } from './stores/vault/operatingSystemProtector.ts';
import type { Vault } from './stores/vault/vault.ts';

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
/** How long DNS may take when server data is looked for, in ms. */
const detectionLimitMs = 4_000;

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

type MailParts = {
  settings: SettingsStore;
  vault: Vault;
  records: ReturnType<typeof createProofRecordStore>;
  mailbox: MailboxService;
  folders: Pick<FolderStore, 'find'>;
};

const createMail = (
  { settings, vault, records, mailbox, folders }: MailParts,
  { log, secrets }: AppOptions,
): MailServices => {
  const proofLog = createProofLog();
  const fingerprint = createFingerprint({ vault, newKey: () => randomBytes(32).toString('base64') });
  const resolver = createProfileResolver({ vault, environment: process.env });
  const profiles = createProfileService({
    ...{ settings, vault, resolver, fingerprint, records, log },
    proofs: proofLog,
    newId: randomUUID,
  });
  const prove = createMailProver({
    ...{ fingerprint, files, proofLog, now, log },
    storeMessage: mailbox.capture,
    trustStore: createTrustStore(),
    machineName: hostname(),
  });
  return {
    access: createProfileAccess({
      ...{ settings, profiles, proofs: proofLog },
      hasFolder: async (folderId) => (await folders.find(folderId)) !== null,
      proveProfile: createProfileProving({ profiles, prove, proofs: proofLog, secrets, log }),
      createProofReport: createProofReports({ find: proofLog.read, loadTexts: loadTranslator }),
    }),
    detection: { openResolver: () => new Resolver(), limitMs: detectionLimitMs },
  };
};

/** Masks in the log what a person types, for as long as the call runs. */
const holdTypedSecrets = (secrets: LiveSecrets) => (input: unknown) => {
  const releases = typedSecrets(input).map((secret) => secrets.register(secret));
  return () => releases.forEach((release) => release());
};

type Stores = ReturnType<typeof createStores>;

const composeAlerts = ({ database: { query }, settings }: Stores) =>
  createAlertService({
    alerts: createAlertStore(query),
    subscriptions: createSubscriptionStore(query),
    isUser: async (id) => (await createUserStore(query).find(id)) !== null,
    isMailEnabled: async () => (await settings.read()).general.emailAlerts,
    mayView: async () => true,
    now: Date.now,
  });

const composeReset = (
  { database: { query }, settings }: Stores,
  { passwords, sessions, lockouts }: People,
) => {
  const notices = createNoticeStore(query);
  return createPasswordReset({
    ...{ passwords, sessions, lockouts, now: Date.now },
    resets: createResetCodeStore(query),
    attempts: createResetAttemptStore(query),
    queue: {
      add: async (wanted) => {
        const notice = newNotice(wanted, Date.now());
        await notices.add(notice);
        return notice.id;
      },
    },
    language: async () => (await settings.read()).general.language ?? 'en',
    wake: () => undefined,
  });
};

/** Composition root: every host answers from the router that this gives; an operation of the contract that nobody answers does not compile. */
export const createApp = async (options: AppOptions) => {
  const { dataDirectory, log, secrets, version, systemLocale } = options;
  const dataDirectoryRestricted = await openDataDirectory(dataDirectory, log);
  const stores = createStores(options);
  const { settings, vault, messages, records, database } = stores;
  const mailbox = createMailboxService({ store: messages, limits: mailboxLimits, log });
  const alerts = composeAlerts(stores);
  const machine = hostname();
  const rules = async () => (await settings.read()).security;
  const people = composePeople({
    ...{ database, rules, now: Date.now },
    countProfiles: async (folderId) =>
      (await settings.read()).mail.profiles.filter((profile) => profile.folderId === folderId).length,
    onLocked: async ({ name, origin }) => {
      const parameters = { user: name, machine: origin.machine };
      await alerts.raise({ severity: 'Warn', component: 'signIn', code: 'userLocked', parameters });
    },
  });
  const os = createImplementer(log, holdTypedSecrets(secrets), createIdentifyCaller(people.identify));
  const router = os.router({
    session: createSessionOperations(
      os,
      {
        sessions: people.service,
        reset: composeReset(stores, people),
        hasAdministrator: people.hasAdministrator,
        passwordRules: async () => (await rules()).passwords,
        machine,
      },
      { version, systemLocale, dataDirectory, dataDirectoryRestricted },
    ),
    settings: createSettingsOperations(os, createSettingsService({ settings, vault, log })),
    security: createSecurityOperations(os, createProtectionService(vault)),
    users: createUsersOperations(os, people.users),
    roles: createRolesOperations(os, people),
    folders: createFoldersOperations(os, people.folders),
    alerts: createAlertsOperations(os, alerts),
    mail: createMailOperations(
      os,
      createMail({ settings, vault, records, mailbox, folders: createFolderStore(database.query) }, options),
    ),
    mailbox: createMailboxOperations(os, mailbox),
    knowledge: createKnowledgeOperations(os),
  });
  return { router, close: () => database.close() };
};

export type App = Awaited<ReturnType<typeof createApp>>;
