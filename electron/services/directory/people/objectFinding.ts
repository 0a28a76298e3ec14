import type { SearchObjectsInput } from '../../../contract/directory/directoryPeople.contract.ts';
import type { DirectoryObject, KnownDomain } from '../../../contract/directory/directoryObject.ts';
import { searchedAccount } from '../../../contract/directory/searchedAccount.ts';
import { fail, refuseField } from '../../../contract/failures.ts';
import type { DirectoryObjectStore } from '../../../stores/directory/directoryObjectStore.ts';
import type { DirectoryReader, FoundObject } from '../directoryReader.ts';
import type { DirectoryRules, ReadDirectoryRules } from './directoryRules.ts';

export type ObjectFindingParts = {
  reader: Pick<DirectoryReader, 'listDomains' | 'searchObjects'>;
  objects: Pick<DirectoryObjectStore, 'findByGuids'>;
  rules: ReadDirectoryRules;
};

/** NOT_FOUND when no directory is in force. */
export const demandRules = async (rules: ReadDirectoryRules): Promise<DirectoryRules> => {
  const present = await rules();
  if (!present) throw fail('NOT_FOUND', {});
  return present;
};

const toObject = (
  { preferredLanguage: _preferredLanguage, ...object }: FoundObject,
  userId: string | null,
): DirectoryObject => ({ ...object, userId });

/** Domains, and users and groups in them, to choose from. Failures: DIRECTORY_UNREACHABLE, NOT_FOUND, INVALID_INPUT. */
export const createObjectFinding = ({ reader, objects, rules }: ObjectFindingParts) => ({
  listDomains: async (
    refresh: boolean,
    signal: AbortSignal,
  ): Promise<{ readAt: string; domains: KnownDomain[] }> => {
    const { readAt, domains } = await reader.listDomains(refresh, signal);
    return { readAt: new Date(readAt).toISOString(), domains };
  },

  searchObjects: async (
    input: SearchObjectsInput,
    signal: AbortSignal,
  ): Promise<{ objects: DirectoryObject[]; cutBy: 'size' | 'time' | null }> => {
    const { minimumLength, size, timeSeconds } = (await demandRules(rules)).search;
    // What is shortest: with `CORP\\` alone every account would be searched.
    if ([...searchedAccount(input.text)].length < minimumLength)
      throw refuseField(['text'], 'tooShort', { limit: minimumLength });
    const { objects: found, cutBy } = await reader.searchObjects({ ...input, size, timeSeconds }, signal);
    const known = await objects.findByGuids(found.map(({ objectGuid }) => objectGuid));
    const ids = new Map(known.map(({ objectGuid, userId }) => [objectGuid, userId]));
    return { cutBy, objects: found.map((object) => toObject(object, ids.get(object.objectGuid) ?? null)) };
  },
});

export type ObjectFinding = ReturnType<typeof createObjectFinding>;
