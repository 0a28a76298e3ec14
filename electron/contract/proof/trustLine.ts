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

/** The same line for people, with the title of each finding in the place of its code. */
export const trustText = (line: string, titleOf: (code: string) => string): string =>
  trustLine(
    trustParts(line).map((part, index) =>
      index >= namingParts && findingCode.test(part) ? titleOf(part) : part,
    ),
  );
