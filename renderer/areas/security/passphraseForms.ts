import { z } from 'zod';
import {
  newPassphraseSchema,
  passphraseSchema,
} from '../../../electron/contract/security/security.contract.ts';

const isRepeated = ({ passphrase, repeated }: { passphrase: string; repeated: string }): boolean =>
  passphrase === repeated;

const notRepeated = { path: ['repeated'], params: { code: 'notRepeated' } };

/** A new passphrase, typed twice. */
export const repeatedPassphraseSchema = z
  .object({ passphrase: newPassphraseSchema, repeated: passphraseSchema })
  .refine(isRepeated, notRepeated);
export const emptyNewPassphrase = { passphrase: '', repeated: '' };

/** The present passphrase and a new one, typed twice. */
export const changedPassphraseSchema = z
  .object({ current: passphraseSchema, passphrase: newPassphraseSchema, repeated: passphraseSchema })
  .refine(isRepeated, notRepeated);
export const emptyChangedPassphrase = { current: '', ...emptyNewPassphrase };

/** What opens a locked vault. */
export const unlockSchema = z.object({ value: passphraseSchema });

/** The passphrase that rotating the data key needs. */
export const presentPassphraseSchema = z.object({ passphrase: passphraseSchema });
