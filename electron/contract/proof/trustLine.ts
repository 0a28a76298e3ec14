import type { Say } from './say.ts';

const separator = ' · ';
const findingCode = /^[a-z]+[A-Z][A-Za-z]*$/;

/** Name, NetBIOS name, kind and direction. */
const namingParts = 4;

/**
 * A line of the fact `trusts` from its parts: name, NetBIOS name, kind, direction, `transitive`, codes of findings on what the trust
 * keeps from people; the last one is how long the domain took to answer, or the code of the finding that says why it did not.
 */
export const trustLine = (parts: readonly string[]): string => parts.join(separator);

/** The parts of such a line. */
export const trustParts = (line: string): string[] => line.split(separator);

const wordOf = (part: string, index: number, say: Say): string => {
  if (index === 2) return say(`directory:trusts.kinds.${part}`);
  if (index === 3) return say(`directory:trusts.directions.${part}`);
  if (part === 'transitive') return say('directory:trusts.transitive');
  return index >= namingParts && findingCode.test(part) ? say(`findings:${part}.title`) : part;
};

/** The same line for people, in words of `directory` and with the title of each finding in the place of its code. */
export const trustText = (line: string, say: Say): string =>
  trustLine(trustParts(line).map((part, index) => wordOf(part, index, say)));
