import type { SaslMechanism } from './signIn.ts';
import type { TokenRefusal } from './tokenRefusal.ts';

/**
 * The client's side of one sign-in (SASL, RFC 4422), whatever protocol carries it. It is used once: another sign-in needs
 * another exchange.
 */
export type SaslExchange = {
  readonly mechanism: SaslMechanism;
  /** What is said first; null: the server asks first. */
  readonly initial: Buffer | null;
  /** The first message never goes with the command, whatever the protocol allows. */
  readonly waits: boolean;
  /**
   * The answer to a challenge; null: it is no Base64. Throws SaslError where there is no answer, with GSSAPI KerberosError
   * and the reason of the signal too.
   */
  respond(challenge: Buffer | null): Buffer | Promise<Buffer>;
  /** False: success would come too early, since the server has not proved who it is. */
  readonly mayEnd: boolean;
  /** What the server said of a token before it refused it. */
  readonly tokenRefusal: TokenRefusal | null;
};
