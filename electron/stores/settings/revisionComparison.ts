import type { Change, Revision } from '../../contract/settings/settings.contract.ts';
import { changesBetween } from './settingsChanges.ts';
import type { Settings } from './settingsSchema.ts';

const isInsecureValue = ({ path }: Change): boolean => path.endsWith('.password.value');

/** What lay in a profile or draft that is gone by this change. */
const isGoneWith =
  ({ path, after }: Change) =>
  (other: Change): boolean =>
    after === null && other.path.startsWith(`${path}.`);

const reverse = ({ path, before, after }: Change): Change => ({ path, before: after, after: before });

/** Insecure strings are not in the history, but every save says whether it changed one: the first before, the last after. */
const insecureChanges = (revisions: readonly Revision[]): Change[] => {
  let found: Change[] = [];
  for (const change of revisions.flatMap(({ changes }) => changes)) {
    found = found.filter((earlier) => !isGoneWith(change)(earlier));
    if (!isInsecureValue(change)) continue;
    const earlier = found.find(({ path }) => path === change.path);
    found = [...found.filter((each) => each !== earlier), { ...change, before: (earlier ?? change).before }];
  }
  return found.filter(({ before, after }) => before !== null || after !== null);
};

/**
 * What differs from one revision to another, which may be the older one. `between`: the saves after the older one up
 * to the newer one, oldest first.
 */
export const compareSettings = (from: Settings, to: Settings, between: readonly Revision[]): Change[] => {
  const changes = changesBetween(from, to);
  const forward = insecureChanges(between);
  const insecure = from.revision <= to.revision ? forward : forward.map(reverse);
  const isGone = (change: Change): boolean => changes.some((whole) => isGoneWith(whole)(change));
  return [...changes, ...insecure.filter((change) => !isGone(change))];
};
