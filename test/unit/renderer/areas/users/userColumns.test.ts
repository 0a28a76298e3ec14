import { describe, expect, it } from 'vitest';
import { readColumns, sortOf, withColumn } from '../../../../../renderer/areas/users/userColumns.ts';

describe('columns of the users', () => {
  it('are those that were chosen in this browser', () => {
    expect(readColumns('["mail","kind"]')).toEqual(['mail', 'kind']);
    expect(readColumns('[]')).toEqual([]);
  });

  it.each([null, '', 'no JSON', '{"mail":true}', '["shoeSize"]'])('are the usual ones for %j', (stored) => {
    expect(readColumns(stored)).toContain('displayName');
  });

  it('are shown and hidden one by one, in the order of all', () => {
    expect(withColumn(['mail', 'state'], 'kind')).toEqual(['mail', 'kind', 'state']);
    expect(withColumn(['mail', 'kind', 'state'], 'kind')).toEqual(['mail', 'state']);
  });

  it('sort where the program can', () => {
    expect(sortOf('mail')).toBe('mail');
    expect(sortOf('roles')).toBeUndefined();
  });
});
