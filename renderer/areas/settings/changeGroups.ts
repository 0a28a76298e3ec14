import type { Change } from '../../../electron/contract/settings/settings.contract.ts';
import { profilePathOf } from './settingPath.ts';

/** Changes of one profile, or of what belongs to none (`profile` null). */
export type ChangeGroup = { profile: string | null; changes: readonly Change[] };

/** The changes by the profile that they belong to, by id, each once, in the order in which they come. */
export const groupChanges = (changes: readonly Change[]): ChangeGroup[] => {
  const groups = new Map<string | null, Change[]>();
  for (const change of changes) {
    const profile = profilePathOf(change.path)?.id ?? null;
    groups.set(profile, [...(groups.get(profile) ?? []), change]);
  }
  return [...groups].map(([profile, own]) => ({ profile, changes: own }));
};
