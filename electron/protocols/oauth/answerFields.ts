import type { UnusableAnswer } from './oauthError.ts';

type Fields = Record<string, unknown>;

/** The error for an answer whose field is not what it must be. */
export type Refuse = (field: string) => UnusableAnswer;

/** Longer than any that is meant: with more, times and timers overflow. */
const longestTokenLife = 31_536_000;
/** Nobody waits for a code for more than a day. */
const longestCodeLife = 86_400;
const longestInterval = 600;
/** RFC 8628, 3.2: to be used when the provider names no interval. Without one msal asks a thousand times a second. */
const usualInterval = 5;

/**
 * What may stand in a header field and in a command of a mail server. RFC 6750, 2.1 wants less, which the tokens of Google
 * and Microsoft keep to; other providers use more of it.
 */
const bearer = /^[!-~]+$/;
/** In characters. */
export const longestToken = 65_536;

/** Neither control characters nor those that turn or hide what stands beside them. */
const shownCode = /^\P{C}{1,64}$/u;
const longestAddress = 2_048;

const secondsOf = (value: unknown, longest: number): number | null => {
  const number = typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number) || number < 0) return null;
  return Math.floor(Math.min(number, longest));
};

const optionalTexts = ['scope', 'refresh_token', 'id_token', 'client_info', 'foci'];
const optionalTimes = ['expires_in', 'ext_expires_in', 'refresh_in'];

/** The fields of an answer that gives a token (RFC 6749, 5.1), fit to be worked with. Throws what `refuse` makes. */
export const toTokenFields = (body: Fields, refuse: Refuse): Fields => {
  const given = Object.entries(body).filter(([, value]) => value !== null);
  return Object.fromEntries(
    given.map(([name, value]) => {
      const isBearer = typeof value === 'string' && value.length <= longestToken && bearer.test(value);
      if (name === 'access_token' && !isBearer) throw refuse(name);
      if (optionalTexts.includes(name) && typeof value !== 'string') throw refuse(name);
      if (!optionalTimes.includes(name)) return [name, value];
      const seconds = secondsOf(value, longestTokenLife);
      if (seconds === null) throw refuse(name);
      return [name, seconds];
    }),
  );
};

const addressOf = (value: unknown): string | null => {
  const url = typeof value === 'string' && value.length <= longestAddress ? URL.parse(value) : null;
  const isFit = url?.protocol === 'https:' && url.username === '' && url.password === '';
  return isFit ? url.href : null;
};

const intervalOf = (value: unknown): number => {
  const seconds = secondsOf(value, longestInterval) ?? 0;
  return seconds < 1 ? usualInterval : seconds;
};

/**
 * The fields of an answer that gives a device code (RFC 8628, 3.2), fit to be shown and waited for: an address over https, a
 * code that a person can type in. Throws what `refuse` makes.
 */
export const toDeviceFields = (body: Fields, refuse: Refuse): Fields => {
  const { device_code, user_code, message } = body;
  if (typeof device_code !== 'string' || device_code === '') throw refuse('device_code');
  if (typeof user_code !== 'string' || !shownCode.test(user_code)) throw refuse('user_code');
  // Google names it as a draft of the standard did (https://developers.google.com/identity/protocols/oauth2/limited-input-device).
  const verification_uri = addressOf(body['verification_uri'] ?? body['verification_url']);
  if (verification_uri === null) throw refuse('verification_uri');
  const expires_in = secondsOf(body['expires_in'], longestCodeLife);
  if (expires_in === null) throw refuse('expires_in');
  return {
    ...{ device_code, user_code, verification_uri, expires_in },
    ...{ interval: intervalOf(body['interval']), message: typeof message === 'string' ? message : '' },
  };
};
