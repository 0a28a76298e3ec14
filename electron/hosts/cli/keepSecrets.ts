import { mapSecrets } from '../../contract/mail/mapSecrets.ts';
import type { ProfileView, ProfileWrite } from '../../contract/mail/profile.ts';
import type { PasswordView, PasswordWrite } from '../../contract/mail/secret.ts';

/** A password as it is written when it stays as it is. */
export const keepSecret = (password: PasswordView): PasswordWrite =>
  password.source === 'environment' ? password : { source: password.source, secret: { action: 'keep' } };

/** The values of a stored profile as they are written when every stored secret stays as it is. */
export const keepSecrets = (values: ProfileView): ProfileWrite => mapSecrets(values, keepSecret);
