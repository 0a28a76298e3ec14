import type { Change } from '../../../electron/contract/settings/settings.contract.ts';
import { profileNamesIn } from './profileNames.ts';
import { useKnownRevisions, usePresentProfileNames } from './settingsQueries.ts';

/** Names of the profiles by id: those that there are, those that `changes` name, and those that the history remembers. */
export const useProfileNames = (changes: readonly Change[] = []): ReadonlyMap<string, string> => {
  const { data } = useKnownRevisions();
  const present = usePresentProfileNames();
  const remembered = (data?.revisions ?? []).toReversed().flatMap((revision) => revision.changes);
  return new Map([...profileNamesIn(remembered), ...profileNamesIn(changes), ...present]);
};
