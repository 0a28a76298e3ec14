import type { MailForm } from './mailForm.ts';
import type { SignInForm, SignInPlace } from './signIn/signInForm.ts';

/** The sign-in that the form keeps at `place`. */
export const signInOf = (
  form: Pick<MailForm, 'authentication' | 'arrival'>,
  place: SignInPlace,
): SignInForm => (place === 'authentication' ? form.authentication : form.arrival.authentication);

/** How is signed in at `place`: Microsoft Graph takes nothing but a token of Microsoft, whatever was chosen for another kind. */
export const modeOf = (
  form: Pick<MailForm, 'kind' | 'authentication' | 'arrival'>,
  place: SignInPlace,
): SignInForm['mode'] =>
  place === 'authentication' && form.kind === 'microsoft365' ? 'microsoft' : signInOf(form, place).mode;
