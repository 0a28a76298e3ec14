import type { Finding } from '../../../contract/proof/finding.ts';
import type { DnsFailure } from '../../../protocols/dns/dnsAnswer.ts';
import type { LocatedControllers } from '../../../protocols/dns/locateControllers.ts';
import type { FindingCode } from '../../knowledge/findingTable.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import { addressMissing } from './addressMissing.ts';
import { dnsFinding } from './dnsFinding.ts';
import type { DirectoryPlace, LocatedDirectory } from './locateDirectory.ts';

const failureCodes: Record<DnsFailure, FindingCode> = {
  noSuchName: 'domainRecordsMissing',
  noRecord: 'domainRecordsMissing',
  serverFailed: 'domainZoneUnavailable',
  refused: 'domainZoneUnavailable',
  unusable: 'domainZoneUnavailable',
  timedOut: 'directoryDnsUnreachable',
  unreachable: 'directoryDnsRefused',
};

/** What each controller registers (MS-ADTS 6.3.2.3). The Global Catalog stands in the forest's root, which need not be this domain. */
const expected = ['controllers', 'ldap', 'kerberosTcp', 'kerberosUdp', 'passwordChange'] as const;

const missingRecords = ({ services }: LocatedControllers): string[] =>
  expected.flatMap((service) => {
    const answer = services[service];
    return answer === undefined || answer.failure === null ? [] : [answer.name];
  });

const nobodyFound = (
  announced: LocatedControllers | null,
  { domain, dnsServers }: DirectoryPlace,
): Finding => {
  const { controllers, ldap } = announced?.services ?? {};
  const failure = controllers?.failure ?? ldap?.failure ?? 'noSuchName';
  const asked = announced?.dnsServers.join(', ') ?? '';
  return dnsFinding(failureCodes[failure], { domain, servers: asked }, dnsServers);
};

/** What the search for controllers found out; null: all is as it should be. An error: there is none that could be asked. */
export const locatedFinding = (
  { controllers, announced, site }: LocatedDirectory,
  place: DirectoryPlace,
): Finding | null => {
  const [first] = controllers;
  if (first === undefined) return nobodyFound(announced, place);
  if (controllers.every(({ addresses }) => addresses.length === 0)) return addressMissing(first.host, place);
  const records = announced === null ? [] : missingRecords(announced);
  if (records.length > 0) {
    const parameters = { records: records.join(', '), domain: place.domain };
    return dnsFinding('serviceRecordsMissing', parameters, place.dnsServers);
  }
  const isSiteEmpty = site !== null && controllers.every(({ isNear }) => isNear === false);
  return isSiteEmpty ? makeFinding('siteWithoutController', { site }) : null;
};
