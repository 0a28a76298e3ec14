import type { Change, Revision } from '../../contract/settings/settings.contract.ts';
import { changesBetween } from './settingsChanges.ts';
import type { Settings } from './settingsSchema.ts';

const isInsecureValue = ({ path }: Change): boolean => path.endsWith('.password.value');

/** Insecure strings are not in the history, but every save says whether it changed one: the first before, the last after. */
const insecureChanges = (revisions: readonly Revision[]): Change[] => {
  const found = new Map<string, Change>();
  for (const change of revisions.flatMap(({ changes }) => changes).filter(isInsecureValue))
    found.set(change.path, { ...change, before: (found.get(change.path) ?? change).before });
  return [...found.values()].filter(({ before, after }) => before !== null || after !== null);
};

const reverse = ({ path, before, after }: Change): Change => ({ path, before: after, after: before });

/**
 * What differs between two revisions of which `older` came first; `between` are the saves after it up to the newer
 * one, oldest first.
 */
export const compareForward = (older: Settings, newer: Settings, between: readonly Revision[]): Change[] => [
  ...changesBetween(older, newer),
  ...insecureChanges(between),
];

/** The same changes seen from the newer side. */
export const compareBackward = (older: Settings, newer: Settings, between: readonly Revision[]): Change[] =>
  compareForward(older, newer, between).map(reverse);
