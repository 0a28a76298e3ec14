import { describe, expect, it } from 'vitest';
import { trustLine, trustText } from '../../../../electron/contract/proof/trustLine.ts';

describe('the line of a trusted domain', () => {
  const titleOf = (code: string): string => `title of ${code}`;

  it('says in words why it could not be reached', () => {
    const parts = ['partner.example', 'theirNames', 'sameForest', 'bidirectional'];
    expect(trustText(trustLine([...parts, 'trustSelective', 'domainZoneUnavailable']), titleOf)).toBe(
      trustLine([...parts, 'title of trustSelective', 'title of domainZoneUnavailable']),
    );
  });

  it('stays as it is where it was reached', () => {
    const line = trustLine(['partner.example', 'PARTNER', 'forest', 'bidirectional', 'transitive', '3 ms']);
    expect(trustText(line, titleOf)).toBe(line);
  });
});
