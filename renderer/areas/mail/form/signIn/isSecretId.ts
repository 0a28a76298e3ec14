import { isGuid } from '../../../../../electron/contract/guid.ts';
import { trimmed } from '../../../../../electron/contract/trimmed.ts';
import type { MailForm } from '../mailForm.ts';
import { modeOf, signInOf } from '../signInOf.ts';
import type { SignInPlace } from './signInForm.ts';

/** True where the ID of a client secret was typed in place of its value: Microsoft shows both side by side. */
export const isSecretId = (form: MailForm, place: SignInPlace): boolean => {
  const { source, secret } = signInOf(form, place).client.proof.secret;
  return modeOf(form, place) === 'microsoft' && source !== 'environment' && isGuid(trimmed(secret.value));
};
