import type { ExchangeRequest } from '../net/httpsExchange.ts';
import { percentSpellings } from '../../masking/percentSpellings.ts';

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

const secretsInForm = (form: string | null): string[] => {
  const sent = new URLSearchParams(form ?? '');
  return secretParameters.flatMap((name) => sent.getAll(name));
};

/** Name and secret stand percent-encoded and in Base64 (RFC 6749, 2.3.1). */
const secretsInHeader = (authorization: string | undefined): string[] => {
  const credentials = /^Basic (\S+)$/i.exec(authorization ?? '')?.[1];
  if (credentials === undefined) return [];
  const [, ...secret] = Buffer.from(credentials, 'base64').toString('utf8').split(':');
  const sent = secret.join(':');
  const [plain = ''] = new URLSearchParams(`s=${sent}`).getAll('s');
  return [credentials, sent, plain];
};

/**
 * All that a request has kept secret, in the ways in which it may be written; the longest first.
 * @param sent names of header fields are in small letters.
 */
export const secretsOf = ({ headers, body }: Pick<ExchangeRequest, 'headers' | 'body'>): string[] =>
  [...secretsInForm(body), ...secretsInHeader(headers['authorization'])]
    .filter((value) => value !== '')
    .flatMap((value) => [value, ...percentSpellings(value)])
    .toSorted((one, other) => other.length - one.length);

/** A server's words without these secrets, and without anything that looks like a token. */
export const withoutSecrets = (words: string, secrets: readonly string[]): string =>
  secrets
    .reduce((text, secret) => text.replaceAll(secret, hidden), words)
    .replace(tokenShape, hidden)
    .trim()
    .slice(0, longestWords);
