import { expect, it } from 'vitest';
import { typedSecrets } from '../../../electron/hosts/typedSecrets.ts';

it.each([
  [
    'a password that is set',
    { values: { authentication: { password: { secret: { action: 'set', value: 'one' } } } } },
    ['one'],
  ],
  ['a password that is kept', { values: { secret: { action: 'keep' } } }, []],
  ['a user name', { userName: { source: 'value', value: 'anna' } }, []],
  ['what opens the vault', { kind: 'passphrase', value: 'two' }, ['two']],
  ['a change of the passphrase', { slotId: '1', current: 'three', passphrase: 'four' }, ['three', 'four']],
  ['the recovery key', { recoveryKey: 'seven', newPassword: 'eight' }, ['seven', 'eight']],
  [
    'several in a list',
    [
      { action: 'set', value: 'five' },
      { action: 'set', value: 'six' },
    ],
    ['five', 'six'],
  ],
  ['nothing', undefined, []],
  ['a secret of the wrong type', { action: 'set', value: 7 }, []],
  [
    'a secret far below',
    JSON.parse(`${'['.repeat(100_000)}{"passphrase":"deep"}${']'.repeat(100_000)}`),
    ['deep'],
  ],
])('finds %s', (_what, input, secrets) => {
  expect(typedSecrets(input)).toEqual(secrets);
});
