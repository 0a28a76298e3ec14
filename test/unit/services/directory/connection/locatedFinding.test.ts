import type { SrvRecord } from 'node:dns';
import { describe, expect, it } from 'vitest';
import type { DnsAnswer, DnsFailure } from '../../../../../electron/protocols/dns/dnsAnswer.ts';
import type {
  DirectoryPlace,
  LocatedDirectory,
} from '../../../../../electron/services/directory/connection/locateDirectory.ts';
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
const place: DirectoryPlace = {
  ...{ domain: 'corp.example', dnsServers: [], controllers: { source: 'dns', site: null } },
};
const codeOf = (directory: LocatedDirectory): string | undefined => locatedFinding(directory, place)?.code;

describe('what DNS says of the controllers', () => {
  it.each([
    ['noSuchName', 'domainRecordsMissing'],
    ['serverFailed', 'domainZoneUnavailable'],
    ['timedOut', 'directoryDnsUnreachable'],
    ['unreachable', 'directoryDnsRefused'],
  ] as const)('is %s: there is none', (failure, code) => {
    expect(codeOf(located([], { controllers: answer('_ldap', failure) }))).toBe(code);
  });

  it('is nothing to worry about where all is there', () => {
    expect(codeOf(located([near]))).toBeUndefined();
  });

  it('lacks addresses, records of a service, or controllers of the site', () => {
    expect(codeOf(located([{ ...near, addresses: [] }]))).toBe('controllerAddressMissing');
    const services = { kerberosTcp: answer('_kerberos._tcp', 'noRecord') };
    expect(locatedFinding(located([near], services), place)).toMatchObject({
      ...{ code: 'serviceRecordsMissing', parameters: { records: '_kerberos._tcp', domain: 'corp.example' } },
    });
    expect(codeOf(located([{ ...near, isNear: false }], {}, 'Paris'))).toBe('siteWithoutController');
  });
});

describe('what was typed is doubted first', () => {
  const typed: DirectoryPlace['controllers'] = { source: 'typed', hosts: ['dc9'] };
  const silent = located([], { controllers: answer('_ldap', 'timedOut') });

  it('of controllers', () => {
    const directory = { ...located([{ ...near, addresses: [] }]), announced: null };
    expect(locatedFinding(directory, { ...place, controllers: typed })).toMatchObject({
      ...{ code: 'typedControllerUnknown', who: 'user', command: 'Resolve-DnsName dc1' },
    });
  });

  it.each([
    ['10.0.0.53', '10.0.0.53'],
    ['10.0.0.53:5353', '10.0.0.53'],
    ['[2001:db8::53]:5353', '2001:db8::53'],
  ])('of DNS servers, and PowerShell asks %s', (server, asked) => {
    const finding = locatedFinding(silent, { ...place, dnsServers: [server] });
    expect(finding).toMatchObject({ code: 'directoryDnsUnreachable', who: 'user' });
    expect(finding?.command).toMatch(new RegExp(` -Server ${asked}$`));
  });

  it('and those of the machine are the network’s', () => {
    const finding = locatedFinding(silent, place);
    expect(finding?.who).toBe('network');
    expect(finding?.command).not.toContain('-Server');
  });
});
