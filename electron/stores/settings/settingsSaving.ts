import { fail } from '../../contract/failures.ts';
import { storing } from '../files/storageFailure.ts';
import { inconsistenciesOf } from './inconsistencies.ts';
import { changesBetween } from './settingsChanges.ts';
import type { SettingsParts } from './settingsParts.ts';
import { type Settings, settingsFieldsSchema } from './settingsSchema.ts';
import type { SettingsStore } from './settingsStore.ts';
import { createSettingsWriting } from './settingsWriting.ts';

/** Throws when a change made something that no reader would accept. The rest was checked when it was read. */
const checkChanged = (before: Settings, after: Settings): void => {
  const known = new Set(before.mail.profiles);
  const changed = after.mail.profiles.filter((profile) => !known.has(profile));
  const profiles = changed.length > 0 ? changed : after.mail.profiles.slice(0, 1);
  settingsFieldsSchema.parse({ ...after, mail: { ...after.mail, profiles } });
  const [inconsistency] = inconsistenciesOf(after);
  if (inconsistency) throw new Error(`${inconsistency.path.join('.')} ${inconsistency.message}`);
};

/** Saves on top of the revision that the person saw. To be called by the holder of the lock. */
export const createSettingsSaving = (parts: SettingsParts): SettingsStore['save'] => {
  const { file, backups, state, now } = parts;
  const write = createSettingsWriting(parts);

  /** The version that is about to be replaced has a copy, also when an older program wrote it. */
  const backUpFirst = async ({ revision }: Settings): Promise<void> => {
    if (await backups.has(revision)) return;
    await storing(backups.directory, () => backups.keep(revision, now()));
  };

  return async ({ revision, by, operation }, change) => {
    const found = await state();
    if (found.state === 'unreadable') throw fail('READ_ONLY', { file: file.file });
    const current = found.settings;
    if (revision !== current.revision) throw fail('CONFLICT', { revision: current.revision });
    const next = { ...(await change(current)), revision: current.revision + 1 };
    checkChanged(current, next);
    if (!found.isFresh) await backUpFirst(current);
    const changes = changesBetween(current, next);
    await write({ revision: next.revision, at: now().toISOString(), by, operation, changes }, next);
    return next;
  };
};
