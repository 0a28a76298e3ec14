import type { ProfileWrite } from '../../../electron/contract/mail/profile.ts';
import type { ProvenForm } from '../proof/editor/provenForm.ts';
import { applyChange } from './form/applyChange.ts';
import { changedField } from './form/changedField.ts';
import { fromForm, meanTheSame } from './form/fromForm.ts';
import { fieldOfPath } from './form/fieldOfPath.ts';
import type { MailForm } from './form/mailForm.ts';
import type { SignInPlace } from './form/signIn/signInForm.ts';
import { secretPathAt, withSecretAgain } from './form/signIn/signInSecrets.ts';
import { signInOf } from './form/signInOf.ts';

const places = ['authentication', 'arrival.authentication'] as const;

/** The sign-in that a field belongs to, and its path in it. */
const inSignIn = (field: string): { place: SignInPlace; path: string } | null => {
  const place = places.find((known) => field.startsWith(`${known}.`));
  return place === undefined ? null : { place, path: field.slice(place.length + 1) };
};

/** The form of a mail profile, for its editor. */
export const mailProvenForm: ProvenForm<MailForm, ProfileWrite> = {
  read: fromForm,
  meanTheSame,
  applyChange,
  changedField,
  fieldOf: fieldOfPath,
  askForSecret: (form, at) => {
    const field = inSignIn(fieldOfPath(form.getValues(), at));
    const path = field && secretPathAt(field.path);
    if (!field || !path) return false;
    const { place } = field;
    form.setValue(place, withSecretAgain(signInOf(form.getValues(), place), path), { shouldDirty: true });
    form.setError(`${place}.${path}.secret.value`, { type: 'secretRequired' });
    return true;
  },
};
