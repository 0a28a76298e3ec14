import { untilAborted } from '../../concurrency/untilAborted.ts';
import type { SecurityContext } from '../kerberos/openSecurityContext.ts';
import { SaslError } from './saslError.ts';

/** Kerberos needs two; more are no server's that speaks it. */
const maximumSteps = 4;
/** RFC 4752, 3.1: no security layer, no own message size; TLS protects what follows. */
const noSecurityLayer = 1;
const chosenLayer = Buffer.from([noSecurityLayer, 0, 0, 0]);

/**
 * The messages of GSSAPI as a mechanism of SASL (RFC 4752) without a security layer, for a connection that TLS protects:
 * tokens until the context stands, then the choice of no layer.
 */
export class GssapiSteps {
  readonly #context: SecurityContext;
  readonly #signal: AbortSignal;
  #count = 0;
  #hasChosen = false;

  constructor(context: SecurityContext, signal: AbortSignal) {
    this.#context = context;
    this.#signal = signal;
  }

  /**
   * True once the server has proved who it is: the context stands (mutual authentication), and the server's offer of
   * layers could be unwrapped with its key.
   */
  get isProven(): boolean {
    return this.#hasChosen;
  }

  /**
   * What is to be sent, after a token of the server; null: it has sent none. Throws KerberosError, SaslError, and the
   * reason of the signal.
   */
  async next(serverToken: Buffer | null): Promise<Buffer> {
    if (this.#hasChosen) throw new SaslError('asksForMore');
    if (this.#count > 0 && this.#context.isComplete) return this.#chooseLayer(serverToken);
    if (this.#count === maximumSteps) throw new SaslError('asksForMore');
    this.#count += 1;
    return untilAborted(this.#context.step(serverToken ?? Buffer.alloc(0)), this.#signal);
  }

  async #chooseLayer(offer: Buffer | null): Promise<Buffer> {
    if (offer === null || offer.length === 0) throw new SaslError('challengeUnreadable');
    const [layers = 0, ...size] = await untilAborted(this.#context.unwrap(offer), this.#signal);
    if (size.length !== chosenLayer.length - 1) throw new SaslError('challengeUnreadable');
    if ((layers & noSecurityLayer) === 0) throw new SaslError('layerDemanded');
    const choice = await untilAborted(this.#context.wrap(chosenLayer), this.#signal);
    this.#hasChosen = true;
    return choice;
  }
}
