/** Parameters of a request that nobody else may read (RFC 6749, 7523, 7636 and 8628). */
const secretParameters = [
  'client_secret',
  'client_assertion',
  'assertion',
  'code',
  'code_verifier',
  'device_code',
  'password',
  'refresh_token',
];

const tokenShape = /\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)*/g;
const hidden = '…';
const longestWords = 4_000;

const secretsIn = (form: string): string[] => {
  const sent = new URLSearchParams(form);
  return secretParameters
    .flatMap((name) => sent.getAll(name))
    .filter((value) => value !== '')
    .flatMap((value) => [value, encodeURIComponent(value)]);
};

/**
 * A server's words without what the request kept secret, and without anything that looks like a token.
 * @param form the request's body (application/x-www-form-urlencoded); null: none.
 */
export const withoutSecrets = (words: string, form: string | null): string =>
  secretsIn(form ?? '')
    .toSorted((one, other) => other.length - one.length)
    .reduce((text, secret) => text.replaceAll(secret, hidden), words)
    .replace(tokenShape, hidden)
    .trim()
    .slice(0, longestWords);
