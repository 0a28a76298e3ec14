import { describe, expect, it } from 'vitest';
import { readVariable } from '../../../../electron/services/secrets/readVariable.ts';

const path = ['authentication', 'password', 'name'];

describe('a variable of the environment', () => {
  it('gives its value', () => {
    expect(readVariable({ MAIL_PASSWORD: 'planted' }, 'MAIL_PASSWORD', path)).toBe('planted');
  });

  it.each(['MISSING', '__proto__', 'constructor', 'toString'])(
    'that is not set is refused at its field: %s',
    (name) => {
      expect(() => readVariable(process.env, name, path)).toThrow(
        expect.objectContaining({
          code: 'INVALID_INPUT',
          data: { issues: [{ path, code: 'environmentMissing', parameters: { name } }] },
        }),
      );
    },
  );

  it.each(['RELAY_CONSOLE_PASSPHRASE', 'relay_console_password'])(
    'that is the program’s own is never given: %s',
    (name) => {
      expect(() => readVariable({ [name]: 'planted' }, name, path)).toThrow(
        expect.objectContaining({
          code: 'INVALID_INPUT',
          data: { issues: [{ path, code: 'ownVariable', parameters: { name } }] },
        }),
      );
    },
  );
});
