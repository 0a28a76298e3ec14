import { describe, expect, it } from 'vitest';
import { isGuid } from '../../../electron/contract/guid.ts';

const guid = '1f2e3d4c-5b6a-4789-90ab-cdef01234567';

describe('a GUID', () => {
  it.each([guid, guid.toUpperCase()])('is %j', (text) => {
    expect(isGuid(text)).toBe(true);
  });

  it.each([
    ...['', 'mail', guid.slice(1), `${guid}0`, `{${guid}}`, ` ${guid}`, `${guid}\n`],
    ...[guid.replaceAll('-', ''), guid.replace('f', 'g')],
  ])('is not %j', (text) => {
    expect(isGuid(text)).toBe(false);
  });
});
