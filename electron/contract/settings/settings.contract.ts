import { z } from 'zod';
import { languageSchema } from '../languages.ts';
import { command, openQuery, query } from '../operation.ts';
import { publicUrlSchema } from './publicUrl.ts';

export const themeSchema = z.enum(['system', 'light', 'dark']);

/** Settings of the console itself; `language` null follows the system. */
export const generalSchema = z.strictObject({
  language: languageSchema.nullable(),
  theme: themeSchema,
  /** Enable email alerts (REQUIREMENTS M03). */
  emailAlerts: z.boolean(),
  /** For the link in the mail for a forgotten password; null: it carries the code alone. */
  publicUrl: publicUrlSchema.nullable(),
});
export type General = z.infer<typeof generalSchema>;

export const settingsHealthSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('ready') }),
  /**
   * The file could not be read; nothing is written until a backup is restored. `keptAs`: where it is kept, null when it
   * is gone. `checksum`: changed by something else than this program. `detail`: place, version or system code.
   */
  z.strictObject({
    state: z.literal('unreadable'),
    file: z.string(),
    keptAs: z.string().nullable(),
    reason: z.enum(['syntax', 'checksum', 'schema', 'newerVersion', 'migration', 'access', 'missing']),
    detail: z.string(),
    backups: z.array(z.strictObject({ name: z.string(), savedAt: z.iso.datetime(), revision: z.int() })),
  }),
]);
export type SettingsHealth = z.infer<typeof settingsHealthSchema>;

export const changeSchema = z.strictObject({
  /**
   * Setting key, dotted: `mail.profiles.<id>.active.host`. A profile that came or went is `mail.profiles.<id>` alone,
   * one of its sides `mail.profiles.<id>.draft`; their value is the profile's name. So it is with a side of the directory,
   * `directory.draft`, and its domain.
   */
  path: z.string(),
  /** JSON text; null: nothing there, or empty. Secrets: the word `secret`, never a value. */
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type Change = z.infer<typeof changeSchema>;

export const revisionSchema = z.strictObject({
  revision: z.int(),
  at: z.iso.datetime(),
  by: z.string(),
  /** The operation that saved, for example `mail.saveProfile`. */
  operation: z.string(),
  changes: z.array(changeSchema),
});
export type Revision = z.infer<typeof revisionSchema>;

/**
 * Changes as one person may see them: those of mail take `mail.view`, those of the rules `security.view`, those of the
 * directory `directory.view`, everywhere.
 */
const visibleChanges = {
  changes: z.array(changeSchema),
  /** How many more there are. */
  hiddenChanges: z.int().nonnegative(),
};
export const visibleChangesSchema = z.strictObject(visibleChanges);
export type VisibleChanges = z.infer<typeof visibleChangesSchema>;

export const listedRevisionSchema = revisionSchema.extend(visibleChanges);
export type ListedRevision = z.infer<typeof listedRevisionSchema>;

/** Revisions that one call of `listRevisions` gives at most: all that are kept. */
export const mostRevisionsListed = 500;

export const settingsContract = {
  /**
   * Also for whoever is not signed in: the page that asks for the password speaks the console's language, too. There
   * `publicUrl` is null.
   */
  getGeneral: openQuery().output(z.strictObject({ revision: z.int(), general: generalSchema })),
  saveGeneral: command('settings.edit', { subject: null })
    .route({ description: 'Also security.edit for another publicUrl.' })
    .input(z.strictObject({ revision: z.int(), general: generalSchema }))
    .output(z.strictObject({ revision: z.int() })),
  getHealth: query('settings.view').output(settingsHealthSchema),
  restoreBackup: command('settings.edit', { subject: 'name' })
    .input(z.strictObject({ name: z.string().regex(/^[A-Za-z0-9._-]{1,128}$/) }))
    .output(z.strictObject({ revision: z.int() })),
  /** Newest first. */
  listRevisions: query('settings.view')
    .input(z.strictObject({ offset: z.int().nonnegative(), limit: z.int().min(1).max(mostRevisionsListed) }))
    .output(z.strictObject({ total: z.int(), revisions: z.array(listedRevisionSchema) })),
  compareRevisions: query('settings.view')
    .input(z.strictObject({ from: z.int(), to: z.int() }))
    .output(visibleChangesSchema),
  /**
   * What `restoreRevision` would change of the settings that are in force, whose `revision` it gives. `mailWillStay`:
   * mail that names no profile leaves this machine now and would no longer.
   */
  previewRestore: query('settings.view')
    .input(z.strictObject({ restore: z.int() }))
    .output(visibleChangesSchema.extend({ revision: z.int(), mailWillStay: z.boolean() })),
  /**
   * Makes the settings of `restore` the newest revision. Language and theme stay; secrets that are gone must be typed
   * again. NOT_ALLOWED where it would change rules, profiles, the directory or the `publicUrl` that the caller may not change one by one.
   */
  restoreRevision: command('settings.edit', { subject: null })
    .input(z.strictObject({ revision: z.int(), restore: z.int() }))
    .output(z.strictObject({ revision: z.int() })),
};
