import type { MailboxSignIn } from '../../../protocols/mailbox.ts';
import { chooseMechanism } from '../../../protocols/sasl/passwordMechanisms.ts';
import type { SaslMechanism, SignIn } from '../../../protocols/sasl/signIn.ts';
import { chooseForToken, chooseTokenMechanism } from '../../../protocols/sasl/tokenMechanisms.ts';
import type { ResolvedSignIn } from '../resolvedProfile.ts';

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
      return signIn.mechanism ?? chooseTokenMechanism(offered) ?? 'XOAUTH2';
  }
};

/** Chosen by a person, or left open: the protocols tell these two apart. */
const by = <Mechanism extends SaslMechanism, Who extends object>(
  mechanism: Mechanism | null,
  who: Who,
): (Who & { mechanism: Mechanism }) | (Who & { mechanism: null }) =>
  mechanism === null ? { ...who, mechanism } : { ...who, mechanism };

/** As the protocols take it; `accessToken`: of a sign-in by token, empty for every other one. */
export const toMailboxSignIn = (signIn: ResolvedSignIn, accessToken: string): MailboxSignIn => {
  switch (signIn.mode) {
    case 'password': {
      const { mechanism, userName, password } = signIn;
      return by(mechanism, { userName, password });
    }
    case 'ntlm': {
      const { domain, userName, password } = signIn;
      return { mechanism: 'NTLM', domain, userName, password, workstation: '' };
    }
    case 'kerberos':
      return { mechanism: 'GSSAPI', servicePrincipal: signIn.servicePrincipal };
    case 'oauth2': {
      const { mechanism, userName } = signIn;
      return by(mechanism, { userName, accessToken });
    }
  }
};

type Offer = { mechanisms: readonly string[]; encrypted: boolean };

/** The way that both sides know; null: there is none. */
export const chooseSignIn = (
  signIn: ResolvedSignIn,
  accessToken: string,
  { mechanisms, encrypted }: Offer,
): SignIn | null => {
  const way = toMailboxSignIn(signIn, accessToken);
  if (way.mechanism !== null) return mechanisms.includes(way.mechanism) ? way : null;
  if ('accessToken' in way) return chooseForToken(way, mechanisms);
  const mechanism = chooseMechanism(mechanisms, encrypted);
  return mechanism && { ...way, mechanism };
};
