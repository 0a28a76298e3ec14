import { abortReason } from '../../concurrency/abortReason.ts';
import { errorCode } from '../net/connectionError.ts';
import type { DnsRecordType } from './dnsMessage.ts';

export type DnsFailure =
  /** NXDOMAIN: there is no such name. */
  | 'noSuchName'
  /** The name is there, but has no record of this type. */
  | 'noRecord'
  /** SERVFAIL: the server cannot find out; often a forwarder or a delegation that is dead. */
  | 'serverFailed'
  /** REFUSED: the server does not answer this question to us. */
  | 'refused'
  | 'timedOut'
  /** No server could be reached: nothing listens there. */
  | 'unreachable'
  /** An answer that cannot be read, or one that no other word is for; `code` has it. */
  | 'unusable';

/** What DNS said to one question, kept as evidence. */
export type DnsAnswer<Item> = {
  name: string;
  type: DnsRecordType;
  records: Item[];
  /** Null: there are records. */
  failure: DnsFailure | null;
  /** As Node names it: `ENOTFOUND`, `ESERVFAIL` …; null: there are records. */
  code: string | null;
  ms: number;
};

const failures: Readonly<Record<string, DnsFailure>> = {
  ENOTFOUND: 'noSuchName',
  ENODATA: 'noRecord',
  ESERVFAIL: 'serverFailed',
  EREFUSED: 'refused',
  ETIMEOUT: 'timedOut',
  ECONNREFUSED: 'unreachable',
};

export type Question = { name: string; type: DnsRecordType };

/**
 * Waits for the answer to one question; what DNS says instead of records is part of the answer (RFC 1035, 4.1.1).
 * Throws the reason of the signal when that ended the question, and what is no word of DNS.
 */
export const answerOf = async <Item>(
  { name, type }: Question,
  records: Promise<Item[]>,
  signal: AbortSignal,
): Promise<DnsAnswer<Item>> => {
  const started = performance.now();
  const answer = (found: Item[], failure: DnsFailure | null, code: string | null): DnsAnswer<Item> => ({
    ...{ name, type, records: found, failure, code },
    ms: Math.round(performance.now() - started),
  });
  try {
    const found = await records;
    return found.length > 0 ? answer(found, null, null) : answer([], 'noRecord', 'ENODATA');
  } catch (error) {
    if (signal.aborted) throw abortReason(signal);
    const code = errorCode(error);
    if (code === null) throw error;
    return answer([], failures[code] ?? 'unusable', code);
  }
};
