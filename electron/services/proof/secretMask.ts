import { createLiveSecrets } from '../../stores/vault/liveSecrets.ts';
import type { Mask } from './shownText.ts';

export type SecretMask = {
  mask: Mask;
  /** From now on this is masked too: what was sent while signing in, in base64. */
  hide: (token: string) => void;
};

/** What is sent to sign in. */
export type SentCredential = {
  userName: string;
  password: string;
  /** Other texts that hold the password, as they are sent. */
  messages?: readonly string[];
};

/** A password that is shorter also stands in ordinary words: it is masked only as a word of its own. */
const shortest = 4;

const asWord = (text: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(text)}(?![\\p{L}\\p{N}])`, 'gu');

const toBase64 = (text: string): string => Buffer.from(text).toString('base64');
const withoutPadding = (token: string): string => token.replace(/=+$/, '');

/** A password that also stands in ordinary words, and its base64 without padding, which is as short. */
const shortWords = (password: string): RegExp[] =>
  password.length < shortest ? [password, withoutPadding(toBase64(password))].map(asWord) : [];

/**
 * Hides passwords in what a server repeats: as they are, and in each form in which they are sent. That holds for passwords
 * of any length.
 */
export const createSecretMask = (credentials: readonly SentCredential[]): SecretMask => {
  const secrets = createLiveSecrets();
  const names = new Set(credentials.map(({ userName }) => userName));
  const hide = (token: string): void => {
    const text = Buffer.from(token, 'base64').toString();
    for (const form of [token, withoutPadding(token), ...(names.has(text) ? [] : [text])])
      secrets.register(form);
  };
  for (const { password, messages = [] } of credentials)
    for (const text of [password, ...messages]) {
      secrets.register(text);
      hide(toBase64(text));
    }
  const words = credentials.flatMap(({ password }) => shortWords(password));
  return {
    hide,
    mask: (text) => words.reduce((shown, word) => shown.replace(word, '[secret]'), secrets.mask(text)),
  };
};
