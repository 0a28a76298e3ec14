import type { MailForm } from './mailForm.ts';
import { flowOf, providerOf, type SignInPlace } from './signIn/signInForm.ts';
import { modeOf, signInOf } from './signInOf.ts';
import { signInPlaces } from './signInPlaces.ts';

const hasToken = (form: MailForm, place: SignInPlace): boolean => {
  const flow = flowOf(signInOf(form, place).client);
  return providerOf(modeOf(form, place)) !== null && (flow === 'authorizationCode' || flow === 'deviceCode');
};

/** True where tokens are used for which a person signed in, by the profile itself or by its delivery check. */
export const isPersonal = (form: MailForm): boolean =>
  signInPlaces(form).some((place) => hasToken(form, place));
