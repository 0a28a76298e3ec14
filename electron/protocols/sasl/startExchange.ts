import { openSecurityContext } from '../kerberos/openSecurityContext.ts';
import { startGssapiExchange } from './gssapiMechanism.ts';
import { startNtlmExchange } from './ntlmMechanism.ts';
import { startPasswordExchange } from './passwordMechanisms.ts';
import type { SaslExchange } from './saslExchange.ts';
import type { SignIn } from './signIn.ts';
import { startTokenExchange } from './tokenMechanisms.ts';

/** The server that one signs in to. */
export type SaslPeer = {
  /** Class of the service, as IANA lists it for GSSAPI. */
  service: 'smtp' | 'imap' | 'pop';
  host: string;
  port: number;
  /** Hash of the server's certificate (`serverEndPoint`); null: not inside TLS, or it has none. */
  endPoint: Buffer | null;
  /** Ends the wait for a ticket. */
  signal: AbortSignal;
};

export type SaslParts = { openContext?: typeof openSecurityContext };

/**
 * Begins a sign-in; nothing is sent yet. Throws KerberosUnavailable, KerberosError, and the reason of the signal, all
 * three for GSSAPI alone.
 */
export const startExchange = async (
  signIn: SignIn,
  { service, host, port, endPoint, signal }: SaslPeer,
  { openContext = openSecurityContext }: SaslParts = {},
): Promise<SaslExchange> => {
  switch (signIn.mechanism) {
    case 'NTLM':
      return startNtlmExchange(signIn, { endPoint, targetName: `${service.toUpperCase()}/${host}` });
    case 'GSSAPI': {
      const { servicePrincipal } = signIn;
      return startGssapiExchange(await openContext({ service, host, servicePrincipal }), signal);
    }
    case 'XOAUTH2':
    case 'OAUTHBEARER':
      return startTokenExchange(signIn, { host, port });
    default:
      return startPasswordExchange(signIn);
  }
};
