import type { FieldIssue } from '../../../../../electron/contract/failures.ts';
import type { MailForm } from '../mailForm.ts';
import { modeOf, signInOf } from '../signInOf.ts';
import type { SignInPlace } from './signInForm.ts';

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** True for what Microsoft names things by, and no secret of it looks like. */
const isGuid = (text: string): boolean => guid.test(text.trim());

const placesOf = ({ kind, arrival }: MailForm): SignInPlace[] => {
  if (kind === 'smtp' && arrival.protocol !== 'none') return ['authentication', 'arrival.authentication'];
  return ['authentication'];
};

/** Applications whose ID cannot be one of Microsoft's, at its field; an empty one is missing, which others tell. */
export const wrongApplicationIds = (form: MailForm): FieldIssue[] =>
  placesOf(form).flatMap((place) => {
    const { source, value } = signInOf(form, place).client.clientId;
    const isWrong = source === 'value' && value.trim() !== '' && !isGuid(value);
    if (modeOf(form, place) !== 'microsoft' || !isWrong) return [];
    return [{ path: `${place}.client.clientId.value`.split('.'), code: 'applicationId', parameters: {} }];
  });

/** True where the ID of a client secret was typed in place of its value: Microsoft shows both side by side. */
export const isSecretId = (form: MailForm, place: SignInPlace): boolean => {
  const { source, secret } = signInOf(form, place).client.proof.secret;
  return modeOf(form, place) === 'microsoft' && source !== 'environment' && isGuid(secret.value);
};
