import { z } from 'zod';

/** From harmless to the worst (REQUIREMENTS S08). */
export const alertSeverities = ['Info', 'Success', 'Warn', 'Error', 'Fatal'] as const;
export const alertSeveritySchema = z.enum(alertSeverities);
export type AlertSeverity = z.infer<typeof alertSeveritySchema>;

/** The part of the console that an alert is about. */
export const alertComponents = [
  'signIn',
  'mail',
  'alerts',
  'database',
  'audit',
  'users',
  'directory',
] as const;
export const alertComponentSchema = z.enum(alertComponents);
export type AlertComponent = z.infer<typeof alertComponentSchema>;

/** What an alert says: its text is `alerts:codes.<code>` in the locale files. */
export const alertCodes = [
  /** `user`, `userId`, `machine`. */
  'userLocked',
  /** `recipient`, `finding`: a mail of the program that was not delivered; no `finding`: no server was asked. */
  'mailRefused',
  /** As `mailRefused`; no mail is sent about it. */
  'alertMailFailed',
  /** `profile`: somebody has to sign in again for it, before a mail fails. */
  'mailSignInNeeded',
  /** `number`: the first row that does not fit. */
  'auditBroken',
  /** `number`: the newest row that was there. */
  'auditCut',
  /** `file`: the folder of the copies. */
  'backupFailed',
  /** `finding`: what the `controller` said; `userName`: of a name and a password, not of the Windows identity. */
  'readerRefused',
  /** After `readerRefused`: it is let in again. */
  'readerAccepted',
  /** `server`, `count` of days, `date`: of the server's certificate. */
  'certificateExpiring',
  /** `server`, `date`. */
  'certificateExpired',
  /** `server`, `date`: after one of these two, the server shows another certificate. */
  'certificateRenewed',
  /** `server`, `finding`: a server of the settings in force does not answer as it should. */
  'serverSilent',
  /** `server`: after `serverSilent`. */
  'serverAnswers',
  /** `profile`, `credential` (a kind of watched secret), `count` of days, `date`. */
  'credentialExpiring',
  /** `profile`, `credential`, `date`. */
  'credentialExpired',
  /** As these two, of what a profile looks into a mailbox with: its mail still goes. */
  'mailboxCredentialExpiring',
  'mailboxCredentialExpired',
  /** `profile`, `credential`, `date`: since when it is the same, for a year at least. */
  'credentialOld',
  /** `profile`, `credential`: after one of these. */
  'credentialRenewed',
] as const;
export const alertCodeSchema = z.enum(alertCodes);
export type AlertCode = z.infer<typeof alertCodeSchema>;

export const alertParametersSchema = z.record(z.string(), z.union([z.string(), z.number()]));

export const alertSchema = z.strictObject({
  id: z.int(),
  at: z.iso.datetime(),
  severity: alertSeveritySchema,
  component: alertComponentSchema,
  code: alertCodeSchema,
  parameters: alertParametersSchema,
  /** By the caller. */
  isRead: z.boolean(),
});
export type Alert = z.infer<typeof alertSchema>;

/** Which alerts are wanted; `below`: the page begins under this id, null: with the newest. */
export const alertQuerySchema = z.strictObject({
  severities: z.array(alertSeveritySchema).max(alertSeverities.length),
  components: z.array(alertComponentSchema).max(alertComponents.length),
  isUnreadOnly: z.boolean(),
  below: z.int().positive().nullable(),
  limit: z.int().min(1).max(500),
});
export type AlertQuery = z.infer<typeof alertQuerySchema>;

/** When alerts are mailed: each as it comes, or together. */
export const alertRhythms = ['atOnce', 'everyTenMinutes', 'daily'] as const;
export const alertRhythmSchema = z.enum(alertRhythms);
export type AlertRhythm = z.infer<typeof alertRhythmSchema>;

/** Severities without an entry are not mailed. */
export const alertSubscriptionsSchema = z.partialRecord(alertSeveritySchema, alertRhythmSchema);
export type AlertSubscriptions = z.infer<typeof alertSubscriptionsSchema>;

/** Why no alert would reach a user by mail now. */
export const alertMailObstacles = [
  /** *Enable email alerts* is off (REQUIREMENTS M03). */
  'mailOff',
  /** The default profile has nothing in force. */
  'noProfile',
  /** The default profile keeps mails on this machine. */
  'captured',
  /** The user has no valid address. */
  'noAddress',
  /** The user does not hold alerts.view everywhere. */
  'notAllowed',
] as const;
export const alertMailObstacleSchema = z.enum(alertMailObstacles);
export type AlertMailObstacle = z.infer<typeof alertMailObstacleSchema>;
