import type { Settings, StoredProfile } from './settingsSchema.ts';

type Inconsistency = { path: (string | number)[]; message: string };

const namesOf = ({ active, draft }: StoredProfile): { side: 'active' | 'draft'; name: string }[] => [
  ...(active ? [{ side: 'active' as const, name: active.name }] : []),
  ...(draft ? [{ side: 'draft' as const, name: draft.name }] : []),
];

/** A profile whose identifier or name an earlier one has already. The two sides of one profile may share theirs. */
const repeated = (profiles: readonly StoredProfile[]): Inconsistency[] => {
  const [ids, names] = [new Set<string>(), new Set<string>()];
  return profiles.flatMap((profile, index) => {
    const path = ['mail', 'profiles', index];
    const own = namesOf(profile);
    const taken = own.filter(({ name }) => names.has(name));
    const isKnown = ids.has(profile.id);
    ids.add(profile.id);
    for (const { name } of own) names.add(name);
    return isKnown
      ? [{ path: [...path, 'id'], message: 'is another profile' }]
      : taken.map(({ side }) => ({
          path: [...path, side, 'name'],
          message: 'is the name of another profile',
        }));
  });
};

/** What no field shows by itself: how the profiles fit together. Each with the setting key where it is. */
export const inconsistenciesOf = ({ mail }: Settings): Inconsistency[] => {
  const byDefault = mail.profiles.find(({ id }) => id === mail.defaultProfileId);
  const missing = { path: ['mail', 'defaultProfileId'], message: 'is no profile in force' };
  return [...repeated(mail.profiles), ...(byDefault?.active ? [] : [missing])];
};
