/** A comma parts challenges as well as parameters of one (RFC 9110, 11.6.1); those in quotes part nothing. */
const piecesOf = (line: string): string[] =>
  (line.match(/(?:"(?:\\.|[^"\\])*"?|[^",])+/g) ?? []).map((piece) => piece.trim());

/** A name that no `=` follows is a scheme; with a blank and more behind it, that is its first parameter or token. */
const schemePattern = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+)(?=$|\s+(?!\s*=))/;

/**
 * The ways to sign in that WWW-Authenticate or Proxy-Authenticate offer (RFC 9110, 11.6.1): each once, in the server's
 * order and spelling, from any number of lines with any number of challenges.
 */
export const offeredSchemes = (lines: readonly string[]): string[] => {
  const schemes = new Map<string, string>();
  for (const piece of lines.flatMap(piecesOf)) {
    const scheme = schemePattern.exec(piece)?.[1];
    if (scheme !== undefined && !schemes.has(scheme.toLowerCase())) schemes.set(scheme.toLowerCase(), scheme);
  }
  return [...schemes.values()];
};

const tokenPattern = /^(\S+)\s+([A-Za-z0-9+/]+={0,2})$/;

/** The bytes that the server sends with a scheme, as `NTLM TlRM…`; null: none. */
export const challengeToken = (lines: readonly string[], scheme: string): Buffer | null => {
  for (const piece of lines.flatMap(piecesOf)) {
    const [, name = '', token = ''] = tokenPattern.exec(piece) ?? [];
    if (name.toLowerCase() === scheme.toLowerCase()) return Buffer.from(token, 'base64');
  }
  return null;
};
