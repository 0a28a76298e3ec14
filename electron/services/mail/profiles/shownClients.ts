import type { ProfileValues, SignIn, TokenSignIn } from '../../../contract/mail/mapSecrets.ts';
import { shownCertificate } from '../../oauth/applicationCertificate.ts';

const inTokenSignIn = <Secret>(signIn: TokenSignIn<Secret>): TokenSignIn<Secret> => {
  const { client } = signIn;
  const { proof } = client;
  if (proof.kind !== 'certificate') return signIn;
  const certificate = shownCertificate(proof.certificate);
  return { ...signIn, client: { ...client, proof: { ...proof, certificate } } };
};

const inSignIn = <Secret>(signIn: SignIn<Secret>): SignIn<Secret> =>
  signIn.mode === 'oauth2' ? inTokenSignIn(signIn) : signIn;

/** The same values with nothing but certificates in the certificate of each application: not its key, which is a secret. */
export const withShownClients = <Secret>(values: ProfileValues<Secret>): ProfileValues<Secret> => {
  switch (values.kind) {
    case 'smtp': {
      const { authentication, arrival } = values;
      return {
        ...values,
        authentication: authentication.mode === 'none' ? authentication : inSignIn(authentication),
        arrival: arrival && { ...arrival, authentication: inSignIn(arrival.authentication) },
      };
    }
    case 'microsoft365':
      return { ...values, authentication: inTokenSignIn(values.authentication) };
    case 'exchange':
      return { ...values, authentication: inSignIn(values.authentication) };
    default:
      return values;
  }
};
