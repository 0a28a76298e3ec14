import type { SrvRecord } from 'node:dns';
import type { DetectionCandidate } from '../../../contract/mail/preset.ts';
import type { Encryption } from '../../../contract/proof/finding.ts';
import { hostToAscii } from '../../../protocols/dns/hostToAscii.ts';
import type { Provider } from './providers.ts';

/** What a provider of the bundled table says. */
export const candidatesOf = (
  provider: Provider,
  foundBy: DetectionCandidate['foundBy'],
): DetectionCandidate[] =>
  provider.submission.map((submission) => ({
    ...submission,
    authentication: 'password',
    preset: provider.preset,
    foundBy,
  }));

/** What the domain announces in SRV records (RFC 6186, RFC 8314), best first. */
export const fromServices = (records: readonly SrvRecord[], encryption: Encryption): DetectionCandidate[] =>
  records
    // A target of "." says that the service is not offered (RFC 2782).
    .filter(({ name }) => name !== '' && name !== '.')
    .toSorted((one, other) => one.priority - other.priority || other.weight - one.weight)
    .map(({ name, port }) => ({
      host: hostToAscii(name),
      port,
      encryption,
      authentication: 'password',
      preset: null,
      foundBy: 'srv',
    }));

/** A mail exchanger takes mail for its own domain from everybody, without sign-in. */
export const asExchanger = (host: string): DetectionCandidate => ({
  host,
  port: 25,
  encryption: 'starttlsIfOffered',
  authentication: 'none',
  preset: null,
  foundBy: 'exchanger',
});

/** A name that exists: perhaps a submission server (RFC 6409). */
export const asUsualName = (host: string): DetectionCandidate => ({
  host,
  port: 587,
  encryption: 'starttls',
  authentication: 'password',
  preset: null,
  foundBy: 'name',
});
