import type { DirectoryWrite } from '../../../../electron/contract/directory/directoryValues.ts';
import type { FormChange } from '../../../../electron/contract/proof/finding.ts';
import { typedAgain } from '../../../controls/secretForm.ts';
import type { ProvenForm } from '../../proof/editor/provenForm.ts';
import type { DirectoryForm } from './directoryForm.ts';
import { fromForm, meanTheSame } from './fromForm.ts';

const directoryEncryption = (encryption: 'starttls' | 'tls' | 'none' | 'starttlsIfOffered') => {
  if (encryption === 'tls') return 'ldaps';
  return encryption === 'none' ? 'none' : 'starttls';
};

/** The form with what a finding offers; what is only for mail changes nothing. */
const applyChange = (form: DirectoryForm, change: FormChange): DirectoryForm => {
  const { identity } = form;
  switch (change.change) {
    case 'trustCertificate':
      return { ...form, trust: { mode: 'certificate', pem: change.pem } };
    case 'setConnection':
      return { ...form, encryption: directoryEncryption(change.encryption) };
    case 'typePassword':
      return { ...form, identity: { ...identity, password: typedAgain(identity.password) } };
    case 'setHost':
    case 'setSender':
    case 'setAuthentication':
    case 'typeClientSecret':
      return form;
  }
};

const changedFields: Readonly<Record<FormChange['change'], string>> = {
  trustCertificate: 'trust.mode',
  setConnection: 'encryption',
  typePassword: 'identity.password',
  typeClientSecret: 'identity.mode',
  setHost: 'domain',
  setSender: 'domain',
  setAuthentication: 'identity.mode',
};

/** The form of the directory, for its editor. */
export const directoryProvenForm: ProvenForm<DirectoryForm, DirectoryWrite> = {
  read: fromForm,
  meanTheSame,
  applyChange: (form, _, change) => applyChange(form, change),
  changedField: (_, { change }) => changedFields[change],
  askForSecret: (form, path) => {
    if (path !== 'identity.password') return false;
    form.setValue('identity.password', typedAgain(form.getValues('identity.password')), {
      shouldDirty: true,
    });
    form.setError('identity.password.secret.value', { type: 'secretRequired' });
    return true;
  },
};
