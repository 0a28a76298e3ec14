export type SaslErrorCode =
  /** What the server asks is not Base64, or not what its mechanism says. */
  | 'challengeUnreadable'
  /** The server asks on where the mechanism has nothing more to say. */
  | 'asksForMore'
  /** What there is to say has no room in the mechanism's message, as a user name of 40,000 letters. */
  | 'messageTooLong'
  /** It said success before it had proved who it is: anybody in between can say that. */
  | 'serverUnproven'
  /** It wants signed or sealed messages inside of TLS (RFC 4752, 3.3). */
  | 'layerDemanded';

/** Why a sign-in was not carried to its end from this side. */
export class SaslError extends Error {
  override readonly name = 'SaslError';
  readonly code: SaslErrorCode;

  constructor(code: SaslErrorCode) {
    super(code);
    this.code = code;
  }
}
