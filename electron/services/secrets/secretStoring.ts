import type { Settings } from '../../stores/settings/settingsSchema.ts';
import type { SaveRequest, SettingsStore } from '../../stores/settings/settingsStore.ts';
import type { SecretWriting } from './secretPlan.ts';
import { createSecretRecords, type RecordParts, type SecretArea } from './secretRecords.ts';

/** A change of the settings together with the secrets that it refers to. */
export type SecretSave = {
  request: SaveRequest;
  /** The settings of the revision that is changed. */
  before: Settings;
  writings: readonly SecretWriting[];
  change: (current: Settings) => Settings;
};

export type StoringParts = RecordParts & { settings: Pick<SettingsStore, 'read' | 'save'> };

/**
 * Stores settings with their secrets, so that what works keeps working whatever fails: new records first, then the
 * settings that name them, then the old records go. CONFLICT, STORAGE_FAILED, VAULT_LOCKED.
 */
export const createSecretStoring = ({ settings, vault, log }: StoringParts, area: SecretArea) => {
  const secrets = createSecretRecords({ vault, log });

  /** After a refused save, only what the settings now refer to may stay: they are read again to know it. */
  const dropWritten = async (writings: readonly SecretWriting[]): Promise<void> => {
    const written = writings.map(({ place }) => place.path);
    await secrets.dropUnused(written, area.namedIn(await settings.read()));
  };

  const save = async ({ request, writings, change }: SecretSave): Promise<Settings> => {
    try {
      return await settings.save(request, async (current) => {
        await secrets.dropForgotten(current, area);
        await secrets.write(writings);
        return change(current);
      });
    } catch (error) {
      await dropWritten(writings).catch((cause: unknown) =>
        log.error('vault.unusedSecretKept', { prefix: area.records, error: cause }),
      );
      throw error;
    }
  };

  return async (changing: SecretSave): Promise<Settings> => {
    const saved = await save(changing);
    await secrets.dropUnused(area.namedIn(changing.before), area.namedIn(saved));
    return saved;
  };
};
