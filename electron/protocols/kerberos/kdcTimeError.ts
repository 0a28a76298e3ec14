export type KdcTimeErrorCode =
  /** Neither by UDP nor by TCP, for the reason in `words`. */
  | 'unanswered'
  /** It answered with what is no message of Kerberos, or is none that answers this question. */
  | 'malformed'
  /** It gave a ticket: somebody has the name that was asked for, and the time is in the encrypted part only. */
  | 'ticketGiven';

/** Why a key distribution center did not tell its time. */
export class KdcTimeError extends Error {
  override readonly name = 'KdcTimeError';
  readonly code: KdcTimeErrorCode;
  /** The code of the system (`ECONNREFUSED`, `ETIMEDOUT` …), or what is wrong with the answer; never its bytes. */
  readonly words: string;

  constructor(code: KdcTimeErrorCode, words = '') {
    super(code);
    this.code = code;
    this.words = words;
  }
}
