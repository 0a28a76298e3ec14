import type { PasswordMechanism, TokenMechanism } from '../../contract/mail/authentication.ts';
import type { ProfileWrite, SmtpWrite } from '../../contract/mail/profile.ts';
import type { ResolvedClient } from '../oauth/resolvedClient.ts';
import type { Credential } from '../secrets/secretReading.ts';

export type ResolvedTokenSignIn = {
  mode: 'oauth2';
  /** The mailbox. */
  userName: string;
  mechanism: TokenMechanism | null;
  client: ResolvedClient;
};

export type ResolvedSignIn =
  | ({ mode: 'password'; mechanism: PasswordMechanism | null } & Credential)
  | ({ mode: 'ntlm'; domain: string } & Credential)
  | { mode: 'kerberos'; servicePrincipal: string | null }
  | ResolvedTokenSignIn;

export type ResolvedAuthentication = { mode: 'none' } | ResolvedSignIn;

type WrittenArrival = NonNullable<SmtpWrite['arrival']>;
export type ResolvedArrival = Omit<WrittenArrival, 'authentication'> & { authentication: ResolvedSignIn };

type Written<Kind extends ProfileWrite['kind']> = Omit<
  Extract<ProfileWrite, { kind: Kind }>,
  'authentication' | 'arrival'
>;

export type ResolvedSmtp = Written<'smtp'> & {
  authentication: ResolvedAuthentication;
  arrival: ResolvedArrival | null;
};
export type ResolvedMicrosoft365 = Written<'microsoft365'> & { authentication: ResolvedTokenSignIn };
export type ResolvedExchange = Written<'exchange'> & { authentication: ResolvedSignIn };
export type ResolvedOutlook = Written<'outlook'>;
export type ResolvedLocal = Written<'capture'> | Written<'pickup'>;

/**
 * A profile's values ready for use: references to the vault and to the environment are replaced by what they
 * stand for. It carries secrets: it is never stored, logged, or given to a page.
 */
export type ResolvedProfile =
  ResolvedSmtp | ResolvedMicrosoft365 | ResolvedExchange | ResolvedOutlook | ResolvedLocal;

/** The ways to sign in that these values have: their own, and that of the mailbox that a proof looks into. */
export const signInsOf = (values: ResolvedProfile): ResolvedSignIn[] => {
  switch (values.kind) {
    case 'smtp': {
      const { authentication, arrival } = values;
      return [
        ...(authentication.mode === 'none' ? [] : [authentication]),
        ...(arrival ? [arrival.authentication] : []),
      ];
    }
    case 'microsoft365':
    case 'exchange':
      return [values.authentication];
    default:
      return [];
  }
};

/** The account that a way to sign in names; empty: the identity of the program, or none. */
export const accountOf = (signIn: ResolvedAuthentication): string =>
  'userName' in signIn ? signIn.userName : '';

/** The same way to sign in with each secret, as it is typed, replaced by what `replace` gives for it. */
export const withSecrets = (signIn: ResolvedSignIn, replace: (secret: string) => string): ResolvedSignIn => {
  if (signIn.mode === 'kerberos') return signIn;
  if (signIn.mode !== 'oauth2') return { ...signIn, password: replace(signIn.password) };
  const { client } = signIn;
  const { proof, grant } = client;
  return {
    ...signIn,
    client: {
      ...client,
      proof: proof.kind === 'none' ? proof : { ...proof, secret: replace(proof.secret) },
      grant: grant.flow === 'ropc' ? { ...grant, password: replace(grant.password) } : grant,
    },
  };
};

/** Every secret of these values, as it is typed. */
export const secretsOf = (values: ResolvedProfile): string[] => {
  const secrets: string[] = [];
  for (const signIn of signInsOf(values))
    withSecrets(signIn, (secret) => {
      secrets.push(secret);
      return secret;
    });
  return secrets;
};
