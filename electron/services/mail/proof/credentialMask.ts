import { plainMessage } from '../../../protocols/smtp/signIn.ts';
import { createLiveSecrets } from '../../../stores/vault/liveSecrets.ts';
import type { Mask } from '../../proof/shownText.ts';
import type { ResolvedProfile } from '../resolvedProfile.ts';

export type CredentialMask = {
  mask: Mask;
  /** From now on this is masked too: what was sent while signing in, in base64. */
  hide: (token: string) => void;
};

/** A password that is shorter also stands in ordinary words: it is masked only as a word of its own. */
const shortest = 4;

const credentialsOf = (values: ResolvedProfile) => {
  if (values.kind !== 'smtp') return [];
  const { authentication, arrival } = values;
  return [authentication.mode === 'password' ? authentication : null, arrival].filter((one) => one !== null);
};

const asWord = (text: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(text)}(?![\\p{L}\\p{N}])`, 'gu');

const toBase64 = (text: string): string => Buffer.from(text).toString('base64');
const withoutPadding = (token: string): string => token.replace(/=+$/, '');

/** A password that also stands in ordinary words, and its base64 without padding, which is as short. */
const shortWords = (password: string): RegExp[] =>
  password.length < shortest ? [password, withoutPadding(toBase64(password))].map(asWord) : [];

/**
 * Hides the passwords of a profile in what a server repeats: as they are, and in each form in which they are sent. That
 * holds for passwords of any length.
 */
export const createCredentialMask = (values: ResolvedProfile): CredentialMask => {
  const secrets = createLiveSecrets();
  const credentials = credentialsOf(values);
  const names = new Set(credentials.map(({ userName }) => userName));
  const hide = (token: string): void => {
    const text = Buffer.from(token, 'base64').toString();
    for (const form of [token, withoutPadding(token), ...(names.has(text) ? [] : [text])])
      secrets.register(form);
  };
  for (const credential of credentials)
    for (const text of [credential.password, plainMessage(credential)]) {
      secrets.register(text);
      hide(toBase64(text));
    }
  const words = credentials.flatMap(({ password }) => shortWords(password));
  return {
    hide,
    mask: (text) => words.reduce((shown, word) => shown.replace(word, '[secret]'), secrets.mask(text)),
  };
};
