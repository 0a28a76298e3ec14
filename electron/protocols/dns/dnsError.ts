/** What DNS said instead of records, under the names that Node has for it. */
export type DnsErrorCode =
  /** NXDOMAIN (3): there is no such name. */
  | 'ENOTFOUND'
  /** There is the name, without a record of this type. */
  | 'ENODATA'
  /** SERVFAIL (2). */
  | 'ESERVFAIL'
  /** REFUSED (5). */
  | 'EREFUSED'
  /** FORMERR (1). */
  | 'EFORMERR'
  /** NOTIMP (4). */
  | 'ENOTIMP'
  | 'ETIMEOUT'
  /** No server could be reached. */
  | 'ECONNREFUSED'
  /** An answer that is none. */
  | 'EBADRESP'
  | 'ECANCELLED';

export class DnsError extends Error {
  override readonly name = 'DnsError';
  readonly code: DnsErrorCode;

  constructor(code: DnsErrorCode) {
    super(code);
    this.code = code;
  }
}
