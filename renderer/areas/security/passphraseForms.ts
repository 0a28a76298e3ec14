import { z } from 'zod';

/** Characters that a new passphrase has at least (NIST SP 800-63B-4 3.1.1.2, single factor). */
export const shortestPassphrase = 15;

const typed = z.string().min(1).max(1_024);
const chosen = z.string().min(1).min(shortestPassphrase).max(1_024);

const isRepeated = ({ passphrase, repeated }: { passphrase: string; repeated: string }): boolean =>
  passphrase === repeated;

const notRepeated = { path: ['repeated'], params: { code: 'notRepeated' } };

/** A new passphrase, typed twice. */
export const newPassphraseSchema = z
  .object({ passphrase: chosen, repeated: typed })
  .refine(isRepeated, notRepeated);
export const emptyNewPassphrase = { passphrase: '', repeated: '' };

/** The present passphrase and a new one, typed twice. */
export const changedPassphraseSchema = z
  .object({ current: typed, passphrase: chosen, repeated: typed })
  .refine(isRepeated, notRepeated);
export const emptyChangedPassphrase = { current: '', ...emptyNewPassphrase };

/** What opens a locked vault. */
export const unlockSchema = z.object({ value: typed });

/** The passphrase that rotating the data key needs. */
export const presentPassphraseSchema = z.object({ passphrase: typed });
