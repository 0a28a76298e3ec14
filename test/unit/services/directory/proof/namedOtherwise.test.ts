import { describe, expect, it } from 'vitest';
import { namedOtherwise } from '../../../../../electron/services/directory/proof/namedOtherwise.ts';

const codeOf = (asked: string, dnsHostName: string | null): string | undefined =>
  namedOtherwise(asked, { dnsHostName })?.code;

describe('the name that a controller gives itself', () => {
  it.each([
    ['dc1.corp.example', 'dc1.corp.example'],
    ['DC1.Corp.Example.', 'dc1.corp.example'],
    ['dc1', 'dc1.corp.example'],
    ['bücher.corp.example', 'xn--bcher-kva.corp.example'],
    ['192.0.2.1', 'dc1.corp.example'],
    ['2001:db8::1', 'dc1.corp.example'],
    ['dc1.corp.example', null],
  ])('is the one that was asked for: %s, %s', (asked, name) => {
    expect(codeOf(asked, name)).toBeUndefined();
  });

  it.each([
    ['an alias', 'ldap.corp.example', 'dc1.corp.example'],
    ['the domain itself, which leads to any of them', 'corp.example', 'dc1.corp.example'],
    ['another controller', 'dc1.corp.example', 'dc2.corp.example'],
    ['a longer name that begins alike', 'dc1', 'dc10.corp.example'],
  ])('is told where it is another one: %s', (_, asked, name) => {
    expect(namedOtherwise(asked, { dnsHostName: name })).toMatchObject({
      ...{ code: 'controllerNamedOtherwise', severity: 'warning' },
      parameters: { controller: asked, otherName: name },
    });
  });
});
