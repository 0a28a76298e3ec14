import { describe, expect, it } from 'vitest';
import { nestedPaths } from '../../../../../electron/services/directory/proof/nestedPaths.ts';

describe('the ways into groups', () => {
  const links = [
    { sid: 'anna', name: 'anna', memberOf: ['a'] },
    { sid: 'a', name: 'helpdesk', memberOf: ['b'] },
    { sid: 'b', name: 'it-staff', memberOf: ['a', 'c', 'unknown'] },
    { sid: 'c', name: 'admins', memberOf: [] },
  ];

  it('are shown where they lead through others, the longest first, also where groups contain each other', () => {
    expect(nestedPaths(links, 5)).toEqual([
      'anna → helpdesk → it-staff → admins',
      'anna → helpdesk → it-staff',
    ]);
    expect(nestedPaths(links, 1)).toHaveLength(1);
  });

  it('are none for somebody who is in no group, or nobody', () => {
    expect(nestedPaths([{ sid: 'anna', name: 'anna', memberOf: [] }], 5)).toEqual([]);
    expect(nestedPaths([], 5)).toEqual([]);
  });
});
