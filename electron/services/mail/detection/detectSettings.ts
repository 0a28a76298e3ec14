import type { MxRecord, SrvRecord } from 'node:dns';
import type { Detection } from '../../../contract/mail/preset.ts';
import { hostToAscii } from '../../../protocols/dns/hostToAscii.ts';
import { asExchanger, asUsualName, candidatesOf, fromServices } from './candidates.ts';
import { type Provider, providers } from './providers.ts';

/** The part of a DNS resolver that detection asks; `cancel` ends all open questions. */
export type MailResolver = {
  resolveSrv(name: string): Promise<SrvRecord[]>;
  resolveMx(name: string): Promise<MxRecord[]>;
  resolve4(name: string): Promise<string[]>;
  resolve6(name: string): Promise<string[]>;
  cancel(): void;
};

export type DetectionParts = { openResolver: () => MailResolver; limitMs: number };

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

const isWithin = (name: string, parent: string): boolean => name === parent || name.endsWith(`.${parent}`);

/** Names of the mail exchangers, best first; a domain that takes no mail has an empty one (RFC 7505). */
const namesOf = (records: readonly MxRecord[]): string[] =>
  records
    .toSorted((one, other) => one.priority - other.priority)
    .map(({ exchange }) => hostToAscii(exchange))
    .filter(Boolean);

const providerBehind = (exchangers: readonly string[]): Provider | undefined =>
  providers.find((provider) =>
    provider.exchangers.some((parent) => exchangers.some((name) => isWithin(name, parent))),
  );

/** The names that submission servers usually have and that exist in this domain. */
const usualNames = async (domain: string, resolver: MailResolver): Promise<string[]> => {
  const names = [`mail.${domain}`, `smtp.${domain}`];
  const answers = await Promise.all(
    names.map((name) => Promise.all([ask(resolver.resolve4(name)), ask(resolver.resolve6(name))])),
  );
  return names.filter((_, index) => answers[index]?.some((addresses) => addresses && addresses.length > 0));
};

const askDns = async (domain: string, { openResolver, limitMs }: DetectionParts): Promise<Detection> => {
  const resolver = openResolver();
  const limit = setTimeout(() => resolver.cancel(), limitMs);
  try {
    const [submissions, submission, records, names] = await Promise.all([
      ask(resolver.resolveSrv(`_submissions._tcp.${domain}`)),
      ask(resolver.resolveSrv(`_submission._tcp.${domain}`)),
      ask(resolver.resolveMx(domain)),
      usualNames(domain, resolver),
    ]);
    const exchangers = namesOf(records ?? []);
    const provider = providerBehind(exchangers);
    const known = [
      ...fromServices(submissions ?? [], 'tls'),
      ...fromServices(submission ?? [], 'starttls'),
      ...(provider ? candidatesOf(provider, 'mx') : []),
    ];
    const worthATry = [...names.map(asUsualName), ...exchangers.slice(0, 2).map(asExchanger)];
    return {
      candidates: known.length > 0 || provider ? known : worthATry,
      dnsSilent: [submissions, submission, records].every((answer) => answer === null),
    };
  } finally {
    clearTimeout(limit);
  }
};

/**
 * Server data for an e-mail address, best first: from the bundled table; for a domain that it does not know from the
 * SRV records of RFC 6186 and RFC 8314 and from the mail exchangers, if DNS answers within `limitMs`. When nobody says
 * where mail is submitted: names that exist in DNS and that an administrator would try next.
 */
export const detectSettings = async (address: string, parts: DetectionParts): Promise<Detection> => {
  const domain = hostToAscii(address.slice(address.lastIndexOf('@') + 1));
  const known = providers.find(({ domains }) => domains.some((parent) => isWithin(domain, parent)));
  if (known) return { candidates: candidatesOf(known, 'table'), dnsSilent: false };
  return askDns(domain, parts);
};
