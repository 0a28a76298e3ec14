import type { VisibleChanges } from '../../contract/settings/settings.contract.ts';
import type { Settings } from '../../stores/settings/settingsSchema.ts';
import { directorySecrets } from '../directory/settings/directorySecrets.ts';
import { mailSecrets } from '../mail/profiles/mailSecrets.ts';
import { createSecretRecords } from '../secrets/secretRecords.ts';
import { restoreChanges } from './restoreChanges.ts';
import { demandRestorable, type HeldEverywhere, type Restorer } from './restoreRights.ts';
import { withPresentSecrets } from './restoredSecrets.ts';
import type { SettingsServiceParts } from './settingsService.ts';
import { toVisibleChanges } from './visibleChanges.ts';

export type RestorePreview = VisibleChanges & { revision: number; mailWillStay: boolean };

const recordsOf = (settings: Settings): string[] => [
  ...mailSecrets.namedIn(settings),
  ...directorySecrets.namedIn(settings),
];

/** Whether mail that names no profile goes to the built-in mailbox. */
const keepsMail = ({ mail }: Settings): boolean =>
  mail.profiles.find(({ id }) => id === mail.defaultProfileId)?.active?.kind === 'capture';

/** The way back to an earlier revision (REQUIREMENTS N08). */
export const createRevisionRestoring = ({ settings, vault, log }: SettingsServiceParts) => {
  const secrets = createSecretRecords({ vault, log });

  /** What is in force, and what would be. Language and theme are how a person reads the pages: they stay. */
  const readRestore = async (restore: number): Promise<{ today: Settings; restored: Settings }> => {
    const today = await settings.read();
    const { general, ...rest } = await withPresentSecrets(await settings.readRevision(restore), today, vault);
    const { language, theme } = today.general;
    return { today, restored: { ...rest, general: { ...general, language, theme } } };
  };

  return {
    /** NOT_FOUND, STORAGE_FAILED. */
    previewRestore: async (
      { restore }: { restore: number },
      held: HeldEverywhere,
    ): Promise<RestorePreview> => {
      const { today, restored } = await readRestore(restore);
      return {
        revision: today.revision,
        ...toVisibleChanges(restoreChanges(today, restored), held),
        mailWillStay: !keepsMail(today) && keepsMail(restored),
      };
    },

    /** Makes old settings the newest revision. NOT_ALLOWED, ADMINISTRATOR_REQUIRED, NOT_FOUND, CONFLICT, READ_ONLY, STORAGE_FAILED. */
    restoreRevision: async (
      { revision, restore }: { revision: number; restore: number },
      by: string,
      restorer: Restorer,
    ): Promise<{ revision: number }> => {
      const { today, restored } = await readRestore(restore);
      demandRestorable(today, restored, restorer);
      const request = { revision, by, operation: 'settings.restoreRevision' };
      const saved = await settings.save(request, () => restored);
      await secrets.dropUnused(recordsOf(today), recordsOf(saved));
      return { revision: saved.revision };
    },
  };
};
