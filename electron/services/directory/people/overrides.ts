import type { UserValues } from '../../../contract/users/user.ts';
import type { StoredDirectoryObject } from '../../../stores/directory/directoryObjectStore.ts';

type Chosen = Partial<Pick<UserValues, 'mail' | 'language'>>;

/**
 * What is decided here from now on, and not taken over from the directory any more: what was chosen. Who chooses nothing, null, leaves
 * it to the directory again.
 */
export const withOverrides = (known: StoredDirectoryObject, chosen: Chosen): StoredDirectoryObject => {
  const overrides = (['mail', 'language'] as const).filter((value) =>
    chosen[value] === undefined ? known.overrides.includes(value) : chosen[value] !== null,
  );
  return { ...known, overrides };
};
