import type { CloudProtocol } from './cloudProtocol.ts';
import { type Match, matchRule } from './matchRule.ts';
import { readBareNames } from './readBareNames.ts';
import { cloudRules, generalCloudRules } from './rules/allRules.ts';

/** What stands behind a name is anybody's words as long as the name is not known. */
const rulesOfNames = [...cloudRules, ...generalCloudRules].filter(
  ({ when }) => when.systemCode !== undefined,
);

/** What Exchange Web Services and Graph name alike is true of both as the first of them is told. */
const inTurn: readonly CloudProtocol[] = ['ews', 'graph'];

/**
 * Finds what a name means that stands alone, or a status of HTTP. `chosen` is the service that a person names, null for none:
 * then only what means the same wherever it stands counts. `marked` is the one that the text is about.
 */
export const findBareCause = (
  text: string,
  chosen: CloudProtocol | null,
  marked: CloudProtocol | null,
): Match | null => {
  const clues = readBareNames(text, chosen);
  for (const protocol of marked === null ? inTurn : [marked]) {
    const match = matchRule(
      rulesOfNames,
      clues.map((clue) => ({ ...clue, protocol })),
    );
    if (match !== null) return match;
  }
  return null;
};
