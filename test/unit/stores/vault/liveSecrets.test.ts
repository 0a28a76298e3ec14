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
