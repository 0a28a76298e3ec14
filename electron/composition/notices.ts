import type { Log } from '../hosts/log.ts';
import { createAlertNotice } from '../services/alerts/alertMail.ts';
import { createAlertQueueing } from '../services/alerts/alertQueueing.ts';
import { createAlertService } from '../services/alerts/alertService.ts';
import { createReaderAlarm } from '../services/directory/access/readerAlarm.ts';
import type { AuditService } from '../services/audit/auditService.ts';
import { createBackground } from '../services/background/background.ts';
import { createMailDuty } from '../services/background/mailDuty.ts';
import { createTokenDuty } from '../services/background/tokenDuty.ts';
import { createUpkeepDuty } from '../services/background/upkeepDuty.ts';
import { createMessageDelivery, createMessageSender } from '../services/mail/sendMessage.ts';
import { createCodeMailWriter } from '../services/notices/codeMail.ts';
import { createNoticeQueue } from '../services/notices/noticeQueue.ts';
import { createResetNotices } from '../services/notices/resetNotices.ts';
import { createResetRehearsal } from '../services/notices/resetRehearsal.ts';
import { undeliveredAlert } from '../services/notices/undeliveredAlert.ts';
import { createPasswordReset } from '../services/session/passwordReset.ts';
import { type Language, languageOf } from '../contract/languages.ts';
import { createAlertStore } from '../stores/alerts/alertStore.ts';
import { createSubscriptionStore } from '../stores/alerts/subscriptionStore.ts';
import type { Database } from '../stores/database/createDatabase.ts';
import { createNoticeStore } from '../stores/notices/noticeStore.ts';
import type { SettingsStore } from '../stores/settings/settingsStore.ts';
import { createPeopleTransaction } from '../stores/users/peopleTransaction.ts';
import { createResetAttemptStore } from '../stores/users/resetAttemptStore.ts';
import { createResetCodeStore } from '../stores/users/resetCodeStore.ts';
import { createSignInStore } from '../stores/users/signInStore.ts';
import { createUnreachableUserListing } from '../stores/users/unreachableUsers.ts';
import { createUserStore } from '../stores/users/userStore.ts';
import type { Mail } from './mail.ts';
import type { People } from './people.ts';

export type NoticesParts = {
  database: Database;
  settings: Pick<SettingsStore, 'read'>;
  mail: Pick<Mail, 'profiles' | 'fingerprint' | 'ownDelivery' | 'pool' | 'profileTokens'>;
  people: Pick<People, 'passwords' | 'sessions' | 'rights'>;
  audit: Pick<AuditService, 'verifyChain' | 'dropOld'>;
  /** How long the audit is kept; 0: for ever. */
  retentionDays: () => Promise<number>;
  /** BCP 47 tag of the system's language. */
  systemLocale: string;
  log: Log;
};

const now = Date.now;

/** For whoever has chosen no language. */
const createLanguage =
  ({ settings, systemLocale }: NoticesParts) =>
  async (): Promise<Language> =>
    (await settings.read()).general.language ?? languageOf(systemLocale) ?? 'en';

const mayViewAlerts =
  ({ people }: NoticesParts) =>
  async (userId: string): Promise<boolean> =>
    (await people.rights.heldBy(userId)).held.everywhere.has('alerts.view');

const createDefaultDelivery = (settings: NoticesParts['settings']) => async () => {
  const { defaultProfileId, profiles } = (await settings.read()).mail;
  const kind = profiles.find(({ id }) => id === defaultProfileId)?.active?.kind;
  if (kind === undefined) return 'none';
  return kind === 'capture' ? 'captured' : 'sent';
};

const createAlerts = (parts: NoticesParts, wake: () => void) => {
  const { database, settings } = parts;
  const { query } = database;
  const users = createUserStore(query);
  const service = createAlertService({
    ...{ now, mayView: mayViewAlerts(parts) },
    alerts: createAlertStore(query),
    subscriptions: createSubscriptionStore(query),
    findUser: users.find,
    defaultDelivery: createDefaultDelivery(settings),
    isMailEnabled: async () => (await settings.read()).general.emailAlerts,
  });
  const raise: typeof service.raise = async (alert) => {
    const raised = await service.raise(alert);
    wake();
    return raised;
  };
  return { ...service, raise };
};

type Alerts = ReturnType<typeof createAlerts>;

const createOutbox = (parts: NoticesParts, alerts: Alerts) => {
  const { database, settings, mail, log } = parts;
  const resets = createResetCodeStore(database.query);
  const notices = createNoticeStore(database.query);
  const baseUrl = async () => (await settings.read()).general.publicUrl;
  const writeCodeMail = createCodeMailWriter({ resets, now, baseUrl });
  const openProfile = () => mail.profiles.resolveActive(null);
  const send = createMessageSender(mail.ownDelivery, mail.pool);
  const alertParts = { alerts: createAlertStore(database.query), users: resets };
  return {
    resets,
    queue: createNoticeQueue({
      ...{ notices, now, log },
      openSender: async () => {
        const values = await openProfile();
        const profile = await mail.fingerprint(values);
        return { profile, kind: values.kind, send: (message, signal) => send(values, message, signal) };
      },
      composers: {
        ...createResetNotices({ resets, writeCodeMail }),
        alert: createAlertNotice({ ...alertParts, mayView: mayViewAlerts(parts) }),
      },
      onUndelivered: async (notice) => void (await alerts.raise(undeliveredAlert(notice))),
    }),
    rehearse: createResetRehearsal({
      ...{ notices, writeCodeMail, openProfile, now, findUser: resets.findUserById },
      attempts: createResetAttemptStore(database.query),
      deliver: createMessageDelivery(mail.ownDelivery),
      language: createLanguage(parts),
    }),
  };
};

const createUpkeep = ({ database, people, audit, retentionDays, log }: NoticesParts, alerts: Alerts) => {
  const attempts = createSignInStore(database.query);
  const alertStore = createAlertStore(database.query);
  return createUpkeepDuty({
    ...{ database, now, log, raise: alerts.raise, verifyAudit: audit.verifyChain },
    dropOldAudit: async () => void (await audit.dropOld(await retentionDays())),
    lastTold: async (code) => {
      const told = await alertStore.findLast(code);
      return told && Number(told.parameters['number']);
    },
    forget: async (before) => {
      await people.sessions.forget(before);
      await attempts.forget(before);
      await alertStore.dropBefore(before);
    },
  });
};

/** Builds what the program tells people, and what it does by itself; nothing of that runs before its host starts it. */
export const composeNotices = (parts: NoticesParts) => {
  const { database, people, log } = parts;
  const wake = (): void => background.wake();
  const language = createLanguage(parts);
  const alerts = createAlerts(parts, wake);
  const { queue, resets, rehearse } = createOutbox(parts, alerts);
  const queueAlerts = createAlertQueueing({ dueMails: alerts.dueMails, queue, language });
  const background = createBackground({
    duties: [
      createMailDuty({ queueAlerts, queue, now }),
      createUpkeep(parts, alerts),
      createTokenDuty({ renewAll: parts.mail.profileTokens.renewAll, raise: alerts.raise, now }),
    ],
    isReady: async () => (await database.exists()) && (await database.health()).state === 'ready',
    startTimer: (work, ms) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
    ...{ now, log },
  });
  return {
    ...{ alerts, queue, rehearse, background },
    readerAlarm: createReaderAlarm({
      findLast: createAlertStore(database.query).findLast,
      raise: alerts.raise,
      report: (error) => log.error('directory.alertNotRaised', { error }),
    }),
    unreachableUsers: createUnreachableUserListing(database.query),
    reset: createPasswordReset({
      ...{ resets, queue, language, wake, now, log },
      passwords: people.passwords,
      transact: createPeopleTransaction(database.query),
      attempts: createResetAttemptStore(database.query),
    }),
  };
};

export type Notices = ReturnType<typeof composeNotices>;
