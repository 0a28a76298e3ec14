import type { OAuthProvider } from '../../../../electron/contract/oauth/oauthClient.ts';
import type { MailForm } from './mailForm.ts';
import { modeOf } from './signInOf.ts';

/** True while the form signs in otherwise than with a token of `provider`, and would do so with one if that were chosen. */
export const isOAuthOffered = (form: MailForm, provider: OAuthProvider): boolean => {
  const chosen = { ...form, authentication: { ...form.authentication, mode: provider } };
  return modeOf(form, 'authentication') !== provider && modeOf(chosen, 'authentication') === provider;
};
