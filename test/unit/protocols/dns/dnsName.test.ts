import { describe, expect, it } from 'vitest';
import { toDnsLabel, toDnsName } from '../../../../electron/protocols/dns/dnsName.ts';

describe('a name for DNS', () => {
  it.each([
    ['CORP.Example.Test.', 'corp.example.test'],
    [' corp_old.test ', 'corp_old.test'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['local', 'local'],
  ])('%j is asked as %s', (typed, name) => {
    expect(toDnsName(typed)).toBe(name);
  });

  it.each([
    '',
    '.',
    'a..b',
    '-a.test',
    'a-.test',
    'a b.test',
    'a/b.test',
    'a?b.test',
    'a#b.test',
    'a:53',
    'a\tb.test',
    '%61.test',
    String.raw`a\b.test`,
    'a*.test',
    'a\0.test',
    'dc=corp,dc=test',
    '192.0.2.1',
    '[::1]',
    `${'a'.repeat(64)}.test`,
    `${'abc.'.repeat(70)}test`,
  ])('%j is none', (typed) => {
    expect(() => toDnsName(typed)).toThrow(expect.objectContaining({ code: 'EBADNAME' }));
  });

  it('has labels', () => {
    expect(toDnsLabel('Default-First-Site-Name')).toBe('default-first-site-name');
    expect(toDnsLabel('Two words')).toBeNull();
    expect(toDnsLabel('a.b')).toBeNull();
    expect(toDnsLabel('Zürich')).toBeNull();
  });
});
