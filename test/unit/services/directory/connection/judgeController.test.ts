import { describe, expect, it } from 'vitest';
import { isBelowDomain } from '../../../../../electron/services/directory/connection/judgeController.ts';

describe('a host that DNS names as a controller', () => {
  it.each([
    ['dc1.corp.example.test', 'corp.example.test', true],
    ['DC1.Paris.CORP.example.test', 'corp.example.test', true],
    ['dc1.example.test', 'corp.example.test', true],
    ['corp.example.test', 'corp.example.test', true],
    ['dc1.evilcorp.example', 'corp.example', false],
    ['dc1.evil.test', 'corp.example.test', false],
    ['dc1.corp.local', 'corp.local', true],
    ['dc1.other.local', 'corp.local', false],
    ['dc1.company.co.uk', 'ad.company.co.uk', true],
    ['dc1.evil.co.uk', 'ad.company.co.uk', false],
    ['dc1.corp', 'corp', true],
    ['192.0.2.1', 'corp.example', false],
  ])('%s may prove itself by its name in %s: %s', (host, domain, isBelow) => {
    expect(isBelowDomain(host, domain)).toBe(isBelow);
  });
});
