import type { Change } from '../../contract/settings/settings.contract.ts';
import { compareSettings } from './revisionComparison.ts';
import { revisionsKept } from './settingsHistory.ts';
import type { SettingsParts } from './settingsParts.ts';
import type { SettingsState } from './settingsState.ts';
import type { SettingsStore } from './settingsStore.ts';

type Reading = Pick<SettingsStore, 'listRevisions' | 'readRevision' | 'compareRevisions'>;

/** While nobody knows which revision was in force, all of them are shown. */
const newestOf = (state: SettingsState): number =>
  state.state === 'ready' ? state.settings.revision : Number.POSITIVE_INFINITY;

/** The reading half of the history, bounded by the revision that is in force. */
export const createSettingsRevisions = ({ history, state }: SettingsParts): Reading => {
  const newest = async (): Promise<number> => newestOf(await state());
  return {
    listRevisions: async (offset, limit) => history.list(await newest(), offset, limit),
    readRevision: async (revision) => history.read(await newest(), revision),
    compareRevisions: async (from, to): Promise<Change[]> => {
      const last = await newest();
      const [older, newer] = [Math.min(from, to), Math.max(from, to)];
      const { revisions } = await history.list(last, 0, revisionsKept);
      const between = revisions.filter(({ revision }) => revision > older && revision <= newer).reverse();
      return compareSettings(await history.read(last, from), await history.read(last, to), between);
    },
  };
};
