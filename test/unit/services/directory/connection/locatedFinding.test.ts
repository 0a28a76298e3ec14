import type { SrvRecord } from 'node:dns';
import { describe, expect, it } from 'vitest';
import type { DnsAnswer, DnsFailure } from '../../../../../electron/protocols/dns/dnsAnswer.ts';
import type { LocatedDirectory } from '../../../../../electron/services/directory/connection/locateDirectory.ts';
import { locatedFinding } from '../../../../../electron/services/directory/connection/locatedFinding.ts';

const answer = (name: string, failure: DnsFailure | null): DnsAnswer<SrvRecord> => ({
  ...{ name, type: 'SRV', records: [], failure, code: failure, ms: 1 },
});

const located = (
  controllers: LocatedDirectory['controllers'],
  services: NonNullable<LocatedDirectory['announced']>['services'] = {},
  site: string | null = null,
): LocatedDirectory => ({
  ...{ controllers, hosts: [], site },
  announced: { controllers: [], services, hosts: [], dnsServers: [] },
});

const near = { host: 'dc1', addresses: ['10.0.0.1'], isNear: true };
const codeOf = (directory: LocatedDirectory): string | undefined =>
  locatedFinding(directory, 'corp.example')?.code;

describe('what DNS says of the controllers', () => {
  it.each([
    ['noSuchName', 'domainRecordsMissing'],
    ['serverFailed', 'domainZoneUnavailable'],
    ['timedOut', 'directoryDnsUnreachable'],
  ] as const)('is %s: there is none', (failure, code) => {
    expect(codeOf(located([], { controllers: answer('_ldap', failure) }))).toBe(code);
  });

  it('is nothing to worry about where all is there', () => {
    expect(codeOf(located([near]))).toBeUndefined();
  });

  it('lacks addresses, records of a service, or controllers of the site', () => {
    expect(codeOf(located([{ ...near, addresses: [] }]))).toBe('controllerAddressMissing');
    const services = { kerberosTcp: answer('_kerberos._tcp', 'noRecord') };
    expect(locatedFinding(located([near], services), 'corp.example')).toMatchObject({
      ...{ code: 'serviceRecordsMissing', parameters: { records: '_kerberos._tcp' } },
    });
    expect(codeOf(located([{ ...near, isNear: false }], {}, 'Paris'))).toBe('siteWithoutController');
  });
});
