import { type NtlmBinding, ntlmAuthenticate, ntlmNegotiate } from './ntlmMessages.ts';
import type { SaslExchange } from './saslExchange.ts';
import { SaslError } from './saslError.ts';
import type { NtlmSignIn } from './signIn.ts';

/**
 * A sign-in with NTLM (MS-NLMP). Its first message waits for the server's invitation, as MS-SMTPNTLM, MS-OXIMAP4 and
 * MS-OXPOP3 have it: `334 ntlm supported` is one.
 */
export const startNtlmExchange = (signIn: NtlmSignIn, binding: NtlmBinding): SaslExchange => {
  const negotiate = ntlmNegotiate();
  let isAnswered = false;
  return {
    mechanism: 'NTLM',
    initial: negotiate,
    ...{ waits: true, mayEnd: true, tokenRefusal: null },
    respond: async (challenge) => {
      if (isAnswered) throw new SaslError('asksForMore');
      if (challenge === null) throw new SaslError('challengeUnreadable');
      isAnswered = true;
      return ntlmAuthenticate({ negotiate, challenge }, signIn, binding);
    },
  };
};
