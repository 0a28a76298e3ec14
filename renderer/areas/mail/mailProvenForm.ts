import type { ProfileWrite } from '../../../electron/contract/mail/profile.ts';
import { typedAgain } from '../../controls/secretForm.ts';
import type { ProvenForm } from '../proof/editor/provenForm.ts';
import { applyChange } from './form/applyChange.ts';
import { changedField } from './form/changedField.ts';
import { fromForm, meanTheSame } from './form/fromForm.ts';
import type { MailForm } from './form/mailForm.ts';

const isSecretPath = (path: string): path is 'authentication.password' | 'arrival.password' =>
  path === 'authentication.password' || path === 'arrival.password';

/** The form of a mail profile, for its editor. */
export const mailProvenForm: ProvenForm<MailForm, ProfileWrite> = {
  read: fromForm,
  meanTheSame,
  applyChange,
  changedField,
  askForSecret: (form, path) => {
    if (!isSecretPath(path)) return false;
    form.setValue(path, typedAgain(form.getValues(path)), { shouldDirty: true });
    form.setError(`${path}.secret.value`, { type: 'secretRequired' });
    return true;
  },
};
