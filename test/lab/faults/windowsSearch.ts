import { decodeSid } from '../../../electron/protocols/ldap/securityIdentifier.ts';
import type { DirectoryAnswer, DirectoryEntry } from './directoryAnswer.ts';
import { matchesFilter, valuesOf } from './directoryMatch.ts';
import type { SearchOperation } from './directoryMessage.ts';

/** Entries of one answer, and values of one attribute in it: policies of a domain controller (MS-ADTS 3.1.1.3.4.6). */
const maxPageSize = 1_000;
const maxValRange = 1_500;

const isBase = ({ dn, attributes }: DirectoryEntry, base: string): boolean => {
  const [, kind, id = ''] = /^<(SID|GUID)=(.*)>$/.exec(base) ?? [];
  if (kind === undefined) return dn.toLowerCase() === base.toLowerCase();
  const [value] = attributes[kind === 'SID' ? 'objectSid' : 'objectGUID'] ?? [];
  if (!Buffer.isBuffer(value)) return false;
  return kind === 'SID' ? decodeSid(value) === id : value.toString('hex') === id.toLowerCase();
};

const isInScope = (dn: string, base: string, scope: SearchOperation['scope']): boolean => {
  const [own, top] = [dn.toLowerCase(), base.toLowerCase()];
  if (scope === 'base') return own === top;
  if (scope === 'subtree' && (own === top || top === '')) return true;
  if (!own.endsWith(`,${top}`)) return false;
  // A comma behind a backslash is part of a name (RFC 4514, 2.4).
  return scope === 'subtree' || !/(?<!\\),/.test(own.slice(0, -top.length - 1));
};

type NamedValues = [name: string, values: readonly (string | Buffer)[]];

/** The name and the values that an answer has for a wanted attribute (MS-ADTS 3.1.1.3.1.3.3). */
const inRange = (entry: DirectoryEntry, wanted: string): NamedValues[] => {
  const [, name = wanted, low, high] = /^([^;]+);range=(\d+)-(\d+|\*)$/i.exec(wanted) ?? [];
  const values = valuesOf(entry, name);
  // Constructed, and given as a whole (MS-ADTS 3.1.1.4.5.19).
  if (/^tokenGroups/i.test(name)) return values.length === 0 ? [] : [[name, values]];
  const from = Number(low ?? 0);
  if (values.length <= from) return [];
  if (low === undefined && values.length <= maxValRange) return [[name, values]];
  const end = Math.min(
    values.length,
    from + maxValRange,
    high === undefined || high === '*' ? Infinity : Number(high) + 1,
  );
  const ranged = `${name};range=${from}-${end === values.length ? '*' : end - 1}`;
  // What was asked for by its plain name comes without values beside the range.
  const plain: NamedValues[] = low === undefined ? [[name, []]] : [];
  return [...plain, [ranged, values.slice(from, end)]];
};

const projected = (entry: DirectoryEntry, wanted: readonly string[]): DirectoryEntry => {
  const names = wanted.length === 0 || wanted.includes('*') ? Object.keys(entry.attributes) : wanted;
  return {
    dn: entry.dn,
    attributes: Object.fromEntries(names.flatMap((name) => inRange(entry, name))),
  };
};

/** MS-ERREF 2.2: ERROR_DS_OBJ_NOT_FOUND. */
const notFound: DirectoryAnswer = {
  result: {
    resultCode: 32,
    diagnosticMessage:
      "0000208D: NameErr: DSID-03100241, problem 2001 (NO_OBJECT), data 0, best match of:\n\t''\n",
  },
};

/**
 * Answers a search as a domain controller does: in pages of at most MaxPageSize entries, unpaged with that many and
 * sizeLimitExceeded (4), and with at most MaxValRange values of an attribute (MS-ADTS 3.1.1.3.4.6, 3.1.1.3.1.3.3).
 */
export function windowsSearch(entries: readonly DirectoryEntry[], request: SearchOperation): DirectoryAnswer {
  const base = entries.find((entry) => isBase(entry, request.base))?.dn;
  if (base === undefined && request.base !== '') return notFound;
  const matching = entries.filter(
    (entry) => isInScope(entry.dn, base ?? '', request.scope) && matchesFilter(entry, request.filter),
  );
  const from = Number(request.page?.cookie.toString() ?? 0);
  const limits = [maxPageSize, request.sizeLimit, request.page?.size ?? 0].filter((limit) => limit > 0);
  const end = from + Math.min(...limits);
  const found = matching.slice(from, end).map((entry) => projected(entry, request.attributes));
  const isAll = matching.length <= end;
  if (request.page === null) return { found, result: { resultCode: isAll ? 0 : 4 } };
  return { found, result: { cookie: Buffer.from(isAll ? '' : String(end)) } };
}
