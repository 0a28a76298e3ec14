import type { SecurityContext } from '../kerberos/openSecurityContext.ts';
import { GssapiSteps } from './gssapiSteps.ts';
import type { SaslExchange } from './saslExchange.ts';
import { SaslError } from './saslError.ts';

/**
 * A sign-in with a ticket of Kerberos (GSSAPI, RFC 4752). Its first token is made here, before anything is said to the
 * server: whoever has no ticket disturbs nobody. Throws KerberosError and the reason of the signal.
 */
export const startGssapiExchange = async (
  context: SecurityContext,
  signal: AbortSignal,
): Promise<SaslExchange> => {
  const steps = new GssapiSteps(context, signal);
  return {
    mechanism: 'GSSAPI',
    initial: await steps.next(null),
    ...{ waits: false, tokenRefusal: null },
    respond: (challenge) => {
      if (challenge === null) throw new SaslError('challengeUnreadable');
      return steps.next(challenge);
    },
    get mayEnd() {
      return steps.isProven;
    },
  };
};
