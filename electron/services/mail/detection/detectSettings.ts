import type { MxRecord, SrvRecord } from 'node:dns';
import { domainToASCII } from 'node:url';
import type { DetectionCandidate } from '../../../contract/mail/preset.ts';
import type { Encryption } from '../../../contract/proof/finding.ts';
import { type Provider, providers } from './providers.ts';

/** The part of a DNS resolver that detection asks; `cancel` ends all open questions. */
export type MailResolver = {
  resolveSrv(name: string): Promise<SrvRecord[]>;
  resolveMx(name: string): Promise<MxRecord[]>;
  cancel(): void;
};

export type DetectionParts = { openResolver: () => MailResolver; limitMs: number };
export type Detection = { candidates: DetectionCandidate[]; dnsAsked: boolean };

/** The name is not there, or has no record of this kind: DNS has answered. */
const answersWithoutRecord = new Set(['ENOTFOUND', 'ENODATA']);

/** The records; null when DNS gave no answer. */
const ask = async <Record>(question: Promise<Record[]>): Promise<Record[] | null> => {
  try {
    return await question;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (answersWithoutRecord.has(code)) return [];
    if (code !== '') return null;
    throw error;
  }
};

const candidatesOf = (provider: Provider, foundBy: DetectionCandidate['foundBy']): DetectionCandidate[] =>
  provider.submission.map((submission) => ({
    ...submission,
    authentication: 'password',
    preset: provider.preset,
    foundBy,
  }));

const isWithin = (name: string, parent: string): boolean => name === parent || name.endsWith(`.${parent}`);

const fromServices = (records: readonly SrvRecord[], encryption: Encryption): DetectionCandidate[] =>
  records
    // A target of "." says that the service is not offered (RFC 2782).
    .filter(({ name }) => name !== '' && name !== '.')
    .toSorted((one, other) => one.priority - other.priority || other.weight - one.weight)
    .map(({ name, port }) => ({
      host: name.toLowerCase(),
      port,
      encryption,
      authentication: 'password',
      preset: null,
      foundBy: 'srv',
    }));

const fromExchangers = (records: readonly MxRecord[]): DetectionCandidate[] => {
  const names = records
    .toSorted((one, other) => one.priority - other.priority)
    .map(({ exchange }) => exchange.toLowerCase().replace(/\.$/, ''));
  const found = providers.find(({ exchangers }) =>
    exchangers.some((parent) => names.some((name) => isWithin(name, parent))),
  );
  return found ? candidatesOf(found, 'mx') : [];
};

const askDns = async (domain: string, { openResolver, limitMs }: DetectionParts): Promise<Detection> => {
  const resolver = openResolver();
  const limit = setTimeout(() => resolver.cancel(), limitMs);
  try {
    const [submissions, submission, exchangers] = await Promise.all([
      ask(resolver.resolveSrv(`_submissions._tcp.${domain}`)),
      ask(resolver.resolveSrv(`_submission._tcp.${domain}`)),
      ask(resolver.resolveMx(domain)),
    ]);
    return {
      candidates: [
        ...fromServices(submissions ?? [], 'tls'),
        ...fromServices(submission ?? [], 'starttls'),
        ...fromExchangers(exchangers ?? []),
      ],
      dnsAsked: [submissions, submission, exchangers].some((answer) => answer !== null),
    };
  } finally {
    clearTimeout(limit);
  }
};

/**
 * Server data for an e-mail address, best first: from the bundled table; for a domain that it does not know from the
 * SRV records of RFC 6186 and RFC 8314 and from the mail exchangers, if DNS answers within `limitMs`. Never guesses.
 */
export const detectSettings = async (address: string, parts: DetectionParts): Promise<Detection> => {
  const domain = domainToASCII(address.slice(address.lastIndexOf('@') + 1).toLowerCase());
  const known = providers.find(({ domains }) => domains.some((parent) => isWithin(domain, parent)));
  if (known) return { candidates: candidatesOf(known, 'table'), dnsAsked: false };
  return askDns(domain, parts);
};
