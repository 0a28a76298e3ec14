import { kerberosCodes } from './kerberosCodes.ts';
import type { KerberosUnavailableReason } from './loadKerberos.ts';

export type KnownKerberosCode = keyof typeof kerberosCodes;

const isKnown = (code: string): code is KnownKerberosCode => code in kerberosCodes;

/** What Kerberos said no to. `words` are its own; the major status of GSSAPI stands before the minor one. */
export class KerberosError extends Error {
  override readonly name = 'KerberosError';
  /** Null: words that are not known, as on a Windows that speaks another language than English. */
  readonly code: KnownKerberosCode | null;
  readonly words: string;

  constructor(words: string) {
    super('KerberosError');
    this.words = words.trim();
    this.code = codeOf(this.words);
  }
}

/** The native part is not there; all else works without it. */
export class KerberosUnavailable extends Error {
  override readonly name = 'KerberosUnavailable';
  readonly reason: KerberosUnavailableReason;
  readonly words: string;

  constructor(reason: KerberosUnavailableReason, words: string) {
    super(reason);
    this.reason = reason;
    this.words = words;
  }
}

/** The code for words of MIT Kerberos, Heimdal or SSPI; null for words that are none of theirs. */
export const codeOf = (words: string): KnownKerberosCode | null =>
  Object.keys(kerberosCodes)
    .filter(isKnown)
    .find((code) => kerberosCodes[code].some((pattern) => pattern.test(words))) ?? null;
