import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import {
  type DirectoryEncryption,
  directoryEncryptions,
} from '../../../../electron/contract/directory/directoryValues.ts';
import { ChoiceControl } from '../../../controls/ChoiceControl.tsx';
import { FormSection } from '../../../controls/FormSection.tsx';
import { CertificateControl } from '../../proof/editor/CertificateControl.tsx';
import { TrustControl } from '../../proof/editor/TrustControl.tsx';
import type { DirectoryForm } from '../form/directoryForm.ts';
import { useDirectoryField } from '../useDirectoryField.ts';

/** How the program speaks with a domain controller, and which certificates it believes. */
export const ConnectionSection = () => {
  const { t } = useTranslation('directory');
  const field = useDirectoryField();
  const { watch } = useFormContext<DirectoryForm>();
  const [encryption, trust, isEnabled] = watch(['encryption', 'trust.mode', 'isEnabled']);
  const unencrypted = t(isEnabled ? 'warnings.unencryptedSignIn' : 'warnings.unencrypted');
  return (
    <FormSection title={t('sections.connection')}>
      <ChoiceControl<DirectoryEncryption>
        {...field('encryption')}
        choices={directoryEncryptions.map((value) => ({
          value,
          label: t(`encryptions.${value}.label`),
          help: t(`encryptions.${value}.help`),
        }))}
        warning={encryption === 'none' ? unencrypted : undefined}
      />
      {encryption !== 'none' && <TrustControl {...field('trust.mode')} />}
      {encryption !== 'none' && trust === 'certificate' && <CertificateControl {...field('trust.pem')} />}
    </FormSection>
  );
};
