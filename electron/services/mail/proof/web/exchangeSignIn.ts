import type { HttpSignIn } from '../../../../protocols/http/signedRequests.ts';
import { openSecurityContext } from '../../../../protocols/kerberos/openSecurityContext.ts';
import { ntlmAuthenticate, ntlmNegotiate } from '../../../../protocols/sasl/ntlmMessages.ts';
import { serverEndPoint } from '../../../../protocols/sasl/serverEndPoint.ts';
import type { ResolvedExchange, ResolvedSignIn } from '../../resolvedProfile.ts';
import type { WebSession } from './webSession.ts';
import { serverOf, urlOf } from './webStage.ts';

/** The scheme of HTTP that a way to sign in needs to be offered (IANA, HTTP Authentication Schemes). */
export const schemeOf: Readonly<Record<ResolvedSignIn['mode'], string>> = {
  password: 'Basic',
  ntlm: 'NTLM',
  kerberos: 'Negotiate',
  oauth2: 'Bearer',
};

/** The first message of Kerberos for the web service of a host (RFC 4559). Throws KerberosError, KerberosUnavailable. */
export const openTicket = async (host: string, servicePrincipal: string | null): Promise<Buffer> =>
  (await openSecurityContext({ service: 'HTTP', host, servicePrincipal })).step(Buffer.alloc(0));

/** How requests are signed in. A ticket that is ready is used first; it is good for one request. */
export const toHttpSignIn = (
  { authentication, ...values }: ResolvedExchange,
  session: WebSession,
): HttpSignIn => {
  const { host } = serverOf(urlOf({ ...values, authentication }));
  switch (authentication.mode) {
    case 'password':
      return { ...authentication, method: 'basic' };
    case 'oauth2':
      return { method: 'bearer', token: session.accessToken };
    case 'kerberos':
      return {
        method: 'negotiate',
        token: async () => {
          const ready = session.ticket;
          session.ticket = null;
          return ready ?? openTicket(host, authentication.servicePrincipal);
        },
      };
    case 'ntlm': {
      const negotiate = ntlmNegotiate();
      const identity = { ...authentication, workstation: '' };
      const binding = { endPoint: serverEndPoint(session.socket), targetName: `HTTP/${host}` };
      return {
        method: 'ntlm',
        exchange: {
          negotiate: () => negotiate,
          authenticate: (challenge) => ntlmAuthenticate({ negotiate, challenge }, identity, binding),
        },
      };
    }
  }
};
