import { z } from 'zod';
import { command, query } from '../operation.ts';
import { databaseHealthSchema } from './databaseHealth.ts';
import { signInRulesSchema } from './signInRules.ts';

export const slotKinds = ['operatingSystem', 'keyFile', 'passphrase', 'recoveryKey'] as const;
export const slotKindSchema = z.enum(slotKinds);
export type SlotKind = z.infer<typeof slotKindSchema>;

export const slotSchema = z.strictObject({
  id: z.uuid(),
  kind: slotKindSchema,
  createdAt: z.iso.datetime(),
  /** operatingSystem: DPAPI, Keychain, libsecret backend; keyFile: its path; else empty. */
  detail: z.string(),
});
export type Slot = z.infer<typeof slotSchema>;

export const protectionSchema = z.strictObject({
  /**
   * `locked`: something typed opens it. `noWayIn`: none of its slots opens here, and there is nothing to type.
   * `unreadable`: the file is damaged.
   */
  state: z.enum(['notCreated', 'unlocked', 'locked', 'noWayIn', 'unreadable']),
  slots: z.array(slotSchema),
  /** Kinds that this host can add now: it has them, and the vault has none of them that opens here. */
  available: z.array(slotKindSchema),
  secretCount: z.int(),
  dataKeyCreatedAt: z.iso.datetime().nullable(),
});
export type Protection = z.infer<typeof protectionSchema>;

/** A passphrase or a recovery key as somebody types it to open the vault. */
export const passphraseSchema = z.string().min(1).max(1_024);
/** Characters that a new passphrase has at least (NIST SP 800-63B-4 3.1.1.2, single factor). */
export const shortestPassphrase = 15;
export const newPassphraseSchema = passphraseSchema.min(shortestPassphrase);

export const securityContract = {
  /** What passwords and sessions have to be; `revision` is that of the settings. */
  getSignInRules: query('security.view').output(
    z.strictObject({ revision: z.int(), rules: signInRulesSchema }),
  ),
  /** They hold for what comes from now on: no password that is there is touched (S07). */
  saveSignInRules: command('security.edit', { subject: null })
    .input(z.strictObject({ revision: z.int(), rules: signInRulesSchema }))
    .output(z.strictObject({ revision: z.int() })),
  /** Whether users, roles and the audit can be read. */
  getDatabaseHealth: query('security.view').output(databaseHealthSchema),
  /**
   * Puts a backup in the place of a database that cannot be used, which is kept beside it. CONFLICT when it can be used;
   * NOT_FOUND; DATABASE_UNREADABLE when the backup cannot be used either.
   */
  restoreDatabase: command('security.edit', { subject: 'name' })
    .input(z.strictObject({ name: z.string().regex(/^[A-Za-z0-9._-]{1,128}$/) }))
    .output(z.strictObject({})),
  getProtection: query('security.view').output(protectionSchema),
  /** Opens the vault with a passphrase or the recovery key until the program ends. One attempt a call. */
  unlockVault: command('security.edit', { subject: null })
    .input(z.strictObject({ kind: z.enum(['passphrase', 'recoveryKey']), value: passphraseSchema }))
    .output(protectionSchema),
  /**
   * Puts an empty vault in the place of one that is locked, has no way in or is unreadable; its file is kept beside it.
   * A vault that opens stays as it is. ADMINISTRATOR_REQUIRED.
   */
  startNewVault: command('security.edit', { subject: null }).output(protectionSchema),
  addPassphrase: command('security.edit', { subject: null })
    .input(z.strictObject({ passphrase: newPassphraseSchema }))
    .output(protectionSchema),
  changePassphrase: command('security.edit', { subject: 'slotId' })
    .input(z.strictObject({ slotId: z.uuid(), current: passphraseSchema, passphrase: newPassphraseSchema }))
    .output(protectionSchema),
  /** Makes a new recovery key, replaces the old one, and gives it back this one time. ADMINISTRATOR_REQUIRED. */
  createRecoveryKey: command('security.edit', { subject: null }).output(
    z.strictObject({ recoveryKey: z.string(), protection: protectionSchema }),
  ),
  addKeyFile: command('security.edit', { subject: null }).output(protectionSchema),
  addOperatingSystem: command('security.edit', { subject: null }).output(protectionSchema),
  /** ADMINISTRATOR_REQUIRED for the recovery key, the way back in for who lost the password. */
  removeSlot: command('security.edit', { subject: 'slotId' })
    .input(z.strictObject({ slotId: z.uuid() }))
    .output(protectionSchema),
  /**
   * New data key, every secret encrypted again. Key slots that open here are made again, one with a passphrase by the
   * passphrase that is given; one with a recovery key gets a new key, which is shown this one time. Key file and
   * operating system slots of other machines or accounts cannot be made again here and are gone.
   * ADMINISTRATOR_REQUIRED; WRONG_PASSPHRASE; LAST_KEY_SLOT when no slot would remain.
   */
  rotateDataKey: command('security.edit', { subject: null })
    .input(z.strictObject({ passphrase: passphraseSchema.nullable() }))
    .output(z.strictObject({ recoveryKey: z.string().nullable(), protection: protectionSchema })),
};
