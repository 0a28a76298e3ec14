import type { MailForm } from './mailForm.ts';
import { exchangeModesOf } from './signIn/exchangeModes.ts';
import type { SignInForm, SignInPlace } from './signIn/signInForm.ts';

/** The sign-in that the form keeps at `place`. */
export const signInOf = (
  form: Pick<MailForm, 'authentication' | 'arrival'>,
  place: SignInPlace,
): SignInForm => (place === 'authentication' ? form.authentication : form.arrival.authentication);

/**
 * How is signed in at `place`, whatever was chosen for another kind: Microsoft Graph takes nothing but a token of Microsoft, and
 * Exchange, where it does not know the choice, a password.
 */
export const modeOf = (
  form: Pick<MailForm, 'kind' | 'authentication' | 'arrival' | 'savedExchangeMode'>,
  place: SignInPlace,
): SignInForm['mode'] => {
  const { mode } = signInOf(form, place);
  if (place !== 'authentication') return mode;
  if (form.kind === 'microsoft365') return 'microsoft';
  return form.kind === 'exchange' && !exchangeModesOf(form).includes(mode) ? 'password' : mode;
};
