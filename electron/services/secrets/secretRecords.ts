import { isFailure } from '../../contract/failures.ts';
import type { ProblemLog } from '../../stores/problemLog.ts';
import type { Settings } from '../../stores/settings/settingsSchema.ts';
import type { Vault } from '../../stores/vault/vault.ts';
import type { SecretWriting } from './secretPlan.ts';

/** A part of the settings whose passwords may lie in the vault. */
export type SecretArea = {
  /** Prefix of every vault record of this part. */
  records: string;
  /** Paths of the vault records that these settings name. */
  namedIn: (settings: Settings) => string[];
};

export type RecordParts = {
  vault: Pick<Vault, 'read' | 'write' | 'removeAll'>;
  log: ProblemLog;
};

/** The vault's part of a save: records are written before the settings that name them, and removed after. */
export const createSecretRecords = ({ vault, log }: RecordParts) => {
  /** A record that nothing refers to is no danger to what works, so it costs the person no error. */
  const drop = async (prefix: string, except: readonly string[] = []): Promise<void> => {
    try {
      await vault.removeAll(prefix, except);
    } catch (error) {
      if (!isFailure(error)) throw error;
      log.error('vault.unusedSecretKept', { prefix, error });
    }
  };

  return {
    drop,
    write: async (writings: readonly SecretWriting[]): Promise<void> => {
      for (const { place, from } of writings)
        await vault.write(place, 'typed' in from ? from.typed : await vault.read(from.stored));
    },
    /**
     * Removes exactly the records that `before` has and `after` has not. Never all below a prefix: another program on
     * this machine may just have written one that its settings are about to name.
     */
    dropUnused: async (before: readonly string[], after: readonly string[]): Promise<void> => {
      for (const path of before) if (!after.includes(path)) await drop(path);
    },
    /**
     * Removes what could not be removed in its time, such as while the vault was locked. To be called, like `write`,
     * by who saves the settings: then no other program has a record that its settings do not name yet.
     */
    dropForgotten: (settings: Settings, { records, namedIn }: SecretArea): Promise<void> =>
      drop(records, namedIn(settings)),
  };
};
