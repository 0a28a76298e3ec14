import { expect, it } from 'vitest';
import { createLiveSecrets } from '../../../../electron/stores/vault/liveSecrets.ts';

const password = 'pass"wörd 1';

it.each([
  ['as it is', password],
  ['in base64', Buffer.from(password).toString('base64')],
  ['percent-encoded', encodeURIComponent(password)],
  ['in JSON', JSON.stringify(password).slice(1, -1)],
  ['in hexadecimal', Buffer.from(password).toString('hex')],
  ['in hexadecimal with capitals', Buffer.from(password).toString('hex').toUpperCase()],
  ['in UTF-16 that was taken for another encoding', [...password].join('\0')],
])('masks a secret in use %s', (_, spelling) => {
  const secrets = createLiveSecrets();
  const release = secrets.register(password);
  expect(secrets.mask(`before ${spelling} after`)).toBe('before [secret] after');
  release();
  expect(secrets.mask(spelling)).toBe(spelling);
});

const marked = "Qx8~planted!Geheim(4711)*x y'";

it.each([
  ['in a form', new URLSearchParams({ s: marked }).toString().slice(2)],
  ['in an address', encodeURIComponent(marked)],
  ['in an address with every mark encoded', 'Qx8%7Eplanted%21Geheim%284711%29%2Ax%20y%27'],
  ['as a password of Basic in OAuth', 'Qx8%7Eplanted%21Geheim%284711%29%2Ax+y%27'],
  ['in small letters, as .NET writes it', 'Qx8%7eplanted!Geheim(4711)*x+y%27'],
  ['in small letters in an address', 'Qx8%7eplanted%21Geheim%284711%29%2ax%20y%27'],
])('masks a secret with marks %s', (_, spelling) => {
  const secrets = createLiveSecrets();
  secrets.register(marked);
  expect(secrets.mask(`a ${spelling} b`)).toBe('a [secret] b');
});

it.each(['a', 'ab', 'abc'].flatMap((name) => ['', ' and more'].map((rest) => [name, rest] as const)))(
  'masks a secret behind %j in base64, before %j',
  (name, rest) => {
    const secrets = createLiveSecrets();
    secrets.register(marked);
    for (const spelling of [marked, new URLSearchParams({ s: marked }).toString().slice(2)]) {
      const shown = secrets.mask(Buffer.from(`${name}:${spelling}${rest}`).toString('base64'));
      const left = shown.split('[secret]').map((part) => Buffer.from(part, 'base64').toString('latin1'));
      expect(shown).toContain('[secret]');
      expect(left.join('')).not.toMatch(/planted|4711/);
    }
  },
);
