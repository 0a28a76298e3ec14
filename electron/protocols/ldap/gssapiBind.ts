import type { SecurityContext } from '../kerberos/openSecurityContext.ts';
import { untilAborted } from '../net/untilAborted.ts';
import type { SaslAnswer } from './bind.ts';
import type { LdapDialogue } from './ldapDialogue.ts';
import { ldapResultCodes } from './ldapResult.ts';

export type GssapiBindErrorCode =
  /** The server wants signed or sealed messages inside of TLS. */
  | 'layerDemanded'
  /** The server's steps do not fit RFC 4752. */
  | 'protocol'
  /** It said success before it had proved who it is: anybody in between can say that. */
  | 'serverUnproven';

export class GssapiBindError extends Error {
  override readonly name = 'GssapiBindError';
  readonly code: GssapiBindErrorCode;

  constructor(code: GssapiBindErrorCode) {
    super(code);
    this.code = code;
  }
}

const { success } = ldapResultCodes;
/** Kerberos needs two; more are no server's that speaks it. */
const maximumSteps = 4;
/** RFC 4752, 3.1: no security layer, no own message size; TLS protects what follows. */
const noSecurityLayer = 1;
const chosenLayer = Buffer.from([noSecurityLayer, 0, 0, 0]);

/** Exchanges tokens until the context stands; gives the last answer of the server. */
const establish = async (
  context: SecurityContext,
  send: (token: Buffer) => Promise<SaslAnswer>,
  signal: AbortSignal,
): Promise<SaslAnswer> => {
  let serverToken: Buffer = Buffer.alloc(0);
  for (let count = 0; count < maximumSteps; count += 1) {
    const token = await untilAborted(context.step(serverToken), signal);
    const answer = await send(token);
    if (context.isComplete || answer.result.resultCode === success) return answer;
    serverToken = answer.serverToken ?? Buffer.alloc(0);
  }
  throw new GssapiBindError('protocol');
};

const answerToOffer = async (context: SecurityContext, offer: Buffer | null): Promise<Buffer> => {
  if (offer === null || offer.length === 0) throw new GssapiBindError('protocol');
  const [layers = 0, ...size] = await context.unwrap(offer);
  if (size.length !== chosenLayer.length - 1) throw new GssapiBindError('protocol');
  if ((layers & noSecurityLayer) === 0) throw new GssapiBindError('layerDemanded');
  return context.wrap(chosenLayer);
};

/**
 * Signs in with the ticket of a security context: SASL mechanism GSSAPI (RFC 4752) without a security layer, for a
 * connection that TLS protects. One attempt. Success counts only from a server that proved who it is: the context stands
 * (mutual authentication), and the server's offer of layers could be unwrapped with its key. Throws
 * KerberosError, GssapiBindError, the reason of the signal, and what the dialogue throws: LdapError for a refusal.
 */
export const gssapiBind = async (
  context: SecurityContext,
  dialogue: Pick<LdapDialogue, 'bindSasl'>,
  signal: AbortSignal,
): Promise<void> => {
  const send = (token: Buffer) => dialogue.bindSasl('GSSAPI', token, signal);
  const established = await establish(context, send, signal);
  if (established.result.resultCode === success) throw new GssapiBindError('serverUnproven');
  const reply = await untilAborted(answerToOffer(context, established.serverToken), signal);
  const { result } = await send(reply);
  if (result.resultCode !== success) throw new GssapiBindError('protocol');
};
