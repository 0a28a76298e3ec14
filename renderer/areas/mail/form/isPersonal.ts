import type { MailForm } from './mailForm.ts';
import { flowOf, providerOf, type SignInPlace } from './signIn/signInForm.ts';
import { modeOf, signInOf } from './signInOf.ts';

const hasToken = (form: MailForm, place: SignInPlace): boolean => {
  const flow = flowOf(signInOf(form, place).client);
  return providerOf(modeOf(form, place)) !== null && (flow === 'authorizationCode' || flow === 'deviceCode');
};

/** True where tokens are used for which a person signed in, by the profile itself or by its delivery check. */
export const isPersonal = (form: MailForm): boolean => {
  const { kind, arrival } = form;
  const signsIn = kind === 'smtp' || kind === 'microsoft365' || kind === 'exchange';
  const checks = kind === 'smtp' && arrival.protocol !== 'none';
  return (
    (signsIn && hasToken(form, 'authentication')) || (checks && hasToken(form, 'arrival.authentication'))
  );
};
