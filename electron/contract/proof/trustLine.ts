const separator = ' · ';
const findingCode = /^[a-z]+[A-Z][A-Za-z]*$/;

/**
 * A line of the fact `trusts` from its parts; the last one is how long the domain took to answer, or the code of the finding that
 * says why it did not.
 */
export const trustLine = (parts: readonly string[]): string => parts.join(separator);

/** The parts of such a line. */
export const trustParts = (line: string): string[] => line.split(separator);

/** The same line for people, with the title of the finding in the place of its code. */
export const trustText = (line: string, titleOf: (code: string) => string): string => {
  const parts = trustParts(line);
  const last = parts.pop() ?? '';
  return trustLine([...parts, findingCode.test(last) ? titleOf(last) : last]);
};
