import { describe, expect, it } from 'vitest';
import { fieldIssues } from '../../../electron/contract/issues.ts';
import { profileWriteSchema } from '../../../electron/contract/mail/profile.ts';

const check = (folder: string) => {
  const from = { address: 'console@corp.example', displayName: '' };
  const values = { kind: 'pickup', name: 'local', from, testRecipient: null, folder };
  const { error } = profileWriteSchema.safeParse(values);
  return fieldIssues(error?.issues ?? [], values).map(({ path, code }) => `${path.join('.')} ${code}`);
};

describe('a pickup folder', () => {
  it.each([
    'C:\\inetpub\\mailroot\\Pickup',
    'c:/inetpub/mailroot/Pickup',
    '\\\\server\\share\\Pickup',
    '/var/spool/pickup',
  ])('may be %s', (folder) => {
    expect(check(folder)).toEqual([]);
  });

  it.each(['Pickup', '.\\Pickup', '../pickup', 'C:Pickup', '\\Pickup', '\\\\', 'C'])(
    'is refused when it is relative: %s',
    (folder) => {
      expect(check(folder)).toEqual(['folder absolutePath']);
    },
  );

  it('is only called missing when there is nothing', () => {
    expect(check(' ')).toEqual(['folder required']);
  });

  it('names no other place by a control character', () => {
    expect(check('/var/spool\u0000/pickup')).toEqual(['folder controlCharacter']);
  });
});
