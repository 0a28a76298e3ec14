import type { MailboxSignIn } from '../../../protocols/mailbox.ts';
import { chooseMechanism } from '../../../protocols/sasl/passwordMechanisms.ts';
import type { SaslMechanism, SignIn } from '../../../protocols/sasl/signIn.ts';
import type { ResolvedSignIn, ResolvedTokenSignIn } from '../resolvedProfile.ts';

/** The newer mechanism of a token is asked for only where the older one, which every provider of mail speaks, is not there. */
const tokenMechanism = ({ mechanism }: ResolvedTokenSignIn, offered: readonly string[]) =>
  mechanism ?? (offered.includes('OAUTHBEARER') && !offered.includes('XOAUTH2') ? 'OAUTHBEARER' : 'XOAUTH2');

/** The mechanism that these values demand; null: any for a password. */
export const demandedMechanism = (
  signIn: ResolvedSignIn,
  offered: readonly string[],
): SaslMechanism | null => {
  switch (signIn.mode) {
    case 'password':
      return signIn.mechanism;
    case 'ntlm':
      return 'NTLM';
    case 'kerberos':
      return 'GSSAPI';
    case 'oauth2':
      return tokenMechanism(signIn, offered);
  }
};

/** As the protocols take it; `accessToken`: of a sign-in by token, empty for every other one. */
export const toMailboxSignIn = (
  signIn: ResolvedSignIn,
  accessToken: string,
  offered: readonly string[] = [],
): MailboxSignIn => {
  switch (signIn.mode) {
    case 'password': {
      const { mechanism, userName, password } = signIn;
      return { mechanism, userName, password };
    }
    case 'ntlm': {
      const { domain, userName, password } = signIn;
      return { mechanism: 'NTLM', domain, userName, password, workstation: '' };
    }
    case 'kerberos':
      return { mechanism: 'GSSAPI', servicePrincipal: signIn.servicePrincipal };
    case 'oauth2':
      return { mechanism: tokenMechanism(signIn, offered), userName: signIn.userName, accessToken };
  }
};

type Offer = { mechanisms: readonly string[]; encrypted: boolean };

/** The way that both sides know; null: there is none. */
export const chooseSignIn = (
  signIn: ResolvedSignIn,
  accessToken: string,
  { mechanisms, encrypted }: Offer,
): SignIn | null => {
  const way = toMailboxSignIn(signIn, accessToken, mechanisms);
  if (way.mechanism !== null) return mechanisms.includes(way.mechanism) ? way : null;
  const mechanism = chooseMechanism(mechanisms, encrypted);
  return mechanism && { ...way, mechanism };
};
