import { describe, expect, it } from 'vitest';
import { byteSize } from '../../../../../renderer/areas/mailbox/byteSize.ts';

describe('a size', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1_500, '1'],
    [23_456, '23'],
    [3_400_000, '3.2'],
    [200 * 1_024 * 1_024, '200'],
    [5_000_000_000_000, '4,656.6'],
  ])('of %i bytes starts with %s', (bytes, start) => {
    expect(byteSize(bytes, 'en')).toMatch(new RegExp(`^${start}\\D`));
  });

  it('is written as the language does', () => {
    expect(byteSize(3_400_000, 'de')).toContain('3,2');
  });
});
