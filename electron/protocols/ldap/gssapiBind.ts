import type { SecurityContext } from '../kerberos/openSecurityContext.ts';
import { GssapiSteps } from '../sasl/gssapiSteps.ts';
import { SaslError } from '../sasl/saslError.ts';
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

const toBindError = ({ code }: SaslError): GssapiBindError =>
  new GssapiBindError(code === 'layerDemanded' ? code : 'protocol');

const nextToken = async (steps: GssapiSteps, serverToken: Buffer | null): Promise<Buffer> => {
  try {
    return await steps.next(serverToken);
  } catch (error) {
    throw error instanceof SaslError ? toBindError(error) : error;
  }
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
  const steps = new GssapiSteps(context, signal);
  let serverToken: Buffer | null = null;
  while (!steps.isProven) {
    const token = await nextToken(steps, serverToken);
    const answer = await dialogue.bindSasl('GSSAPI', token, signal);
    const { resultCode } = answer.result;
    if (steps.isProven && resultCode !== success) throw new GssapiBindError('protocol');
    if (!steps.isProven && resultCode === success) throw new GssapiBindError('serverUnproven');
    ({ serverToken } = answer);
  }
};
