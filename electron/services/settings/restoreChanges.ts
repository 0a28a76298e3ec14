import type { Change } from '../../contract/settings/settings.contract.ts';
import { changesBetween } from '../../stores/settings/settingsChanges.ts';
import type { Settings } from '../../stores/settings/settingsSchema.ts';

/**
 * What a restore of `restored` would change of `today`, and the values that go with a draft: those in which it differs
 * from what is in force.
 */
export const restoreChanges = (today: Settings, restored: Settings): Change[] => {
  /** Read backwards, a draft that goes is one that comes, and such a one is listed with its values. */
  const backwards = changesBetween(restored, today);
  return changesBetween(today, restored).flatMap((change) => {
    if (!change.path.endsWith('.draft') || change.after !== null) return [change];
    const values = backwards.filter(
      ({ path, after }) => path.startsWith(`${change.path}.`) && after !== null,
    );
    return [change, ...values.map(({ path, after }) => ({ path, before: after, after: null }))];
  });
};
