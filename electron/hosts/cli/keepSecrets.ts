import type { ProfileView, ProfileWrite } from '../../contract/mail/profile.ts';
import type { PasswordView, PasswordWrite } from '../../contract/mail/secret.ts';

const kept = (password: PasswordView): PasswordWrite =>
  password.source === 'environment' ? password : { source: password.source, secret: { action: 'keep' } };

/** The values of a stored profile as they are written when every stored secret stays as it is. */
export const keepSecrets = (values: ProfileView): ProfileWrite => {
  if (values.kind !== 'smtp') return values;
  const { authentication, arrival } = values;
  return {
    ...values,
    authentication:
      authentication.mode === 'none'
        ? authentication
        : { ...authentication, password: kept(authentication.password) },
    arrival: arrival && { ...arrival, password: kept(arrival.password) },
  };
};
