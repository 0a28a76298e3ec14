import { type LdapResult, ldapResultNames } from './ldapResult.ts';

/** A request that the server refused. Its message is the code and the server's words. */
export class LdapError extends Error implements LdapResult {
  override readonly name: string = 'LdapError';
  readonly resultCode: number;
  /** As RFC 4511, 4.1.9 and IANA's registry name it; `unknown` for a code that neither has. */
  readonly resultName: string;
  readonly diagnosticMessage: string;
  readonly matchedDn: string;
  readonly referrals: readonly string[];
  /** Active Directory's sub-code in its words `… data 52e, v1db1`: hexadecimal, in small letters; null: none. */
  readonly data: string | null;
  /** The Win32 or SSPI error at the start of its words, as `80090308` or `00002028`; null: none. */
  readonly win32: string | null;

  constructor({ resultCode, diagnosticMessage, matchedDn, referrals }: LdapResult) {
    const resultName = ldapResultNames.get(resultCode) ?? 'unknown';
    super(`${resultCode} ${resultName} ${diagnosticMessage}`.trimEnd());
    this.resultCode = resultCode;
    this.resultName = resultName;
    this.diagnosticMessage = diagnosticMessage;
    this.matchedDn = matchedDn;
    this.referrals = referrals;
    this.data = /\bdata ([0-9a-f]{1,8})\b/i.exec(diagnosticMessage)?.[1]?.toLowerCase() ?? null;
    this.win32 = /^([0-9a-f]{8}):/i.exec(diagnosticMessage)?.[1]?.toUpperCase() ?? null;
  }
}

/** The server said that it ends the connection (RFC 4511, 4.4.1): a shutdown, or it will not go on with this client. */
export class LdapDisconnection extends LdapError {
  override readonly name = 'LdapDisconnection';
}
