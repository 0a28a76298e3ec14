import { describe, expect, it } from 'vitest';
import { trustLine, trustText } from '../../../../electron/contract/proof/trustLine.ts';

describe('the line of a trusted domain', () => {
  const say = (key: string): string => `<${key}>`;

  it('says in words how it is trusted, and why it could not be reached', () => {
    const parts = ['partner.example', 'theirNames', 'sameForest', 'bidirectional', 'transitive'];
    expect(trustText(trustLine([...parts, 'trustSelective', 'domainZoneUnavailable']), say)).toBe(
      trustLine([
        ...['partner.example', 'theirNames', '<directory:trusts.kinds.sameForest>'],
        ...['<directory:trusts.directions.bidirectional>', '<directory:trusts.transitive>'],
        ...['<findings:trustSelective.title>', '<findings:domainZoneUnavailable.title>'],
      ]),
    );
  });

  it('keeps how long it took', () => {
    const line = trustLine(['partner.example', 'PARTNER', 'forest', 'inbound', '3 ms']);
    expect(trustText(line, say)).toMatch(/ · 3 ms$/);
  });
});
