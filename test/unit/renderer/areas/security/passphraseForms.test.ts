import { describe, expect, it } from 'vitest';
import { fieldIssues } from '../../../../../electron/contract/issues.ts';
import { repeatedPassphraseSchema } from '../../../../../renderer/areas/security/passphraseForms.ts';

const faultsOf = (passphrase: string, repeated: string): string[] => {
  const { error } = repeatedPassphraseSchema.safeParse({ passphrase, repeated });
  return fieldIssues(error?.issues ?? []).map(({ path, code }) => `${path.join('.')}: ${code}`);
};

describe('a new passphrase', () => {
  it('is taken when it is long and typed twice alike', () => {
    expect(faultsOf('correct horse battery', 'correct horse battery')).toEqual([]);
  });

  it('must be long', () => {
    expect(faultsOf('short', 'short')).toEqual(['passphrase: tooShort']);
    expect(faultsOf('', '')[0]).toBe('passphrase: required');
  });

  it('must be repeated', () => {
    expect(faultsOf('correct horse battery', 'correct horse batterie')).toEqual(['repeated: notRepeated']);
  });
});
