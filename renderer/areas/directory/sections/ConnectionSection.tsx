import { useTranslation } from 'react-i18next';
import {
  type DirectoryEncryption,
  directoryEncryptions,
} from '../../../../electron/contract/directory/directoryValues.ts';
import { ChoiceControl } from '../../../controls/ChoiceControl.tsx';
import { FormSection } from '../../../controls/FormSection.tsx';
import { CertificateControl } from '../../proof/editor/CertificateControl.tsx';
import { TrustControl } from '../../proof/editor/TrustControl.tsx';
import { useDirectoryField } from '../useDirectoryField.ts';
import { useDirectoryValue } from '../useDirectoryValue.ts';

/** How the program speaks with a domain controller, and which certificates it believes. */
export const ConnectionSection = () => {
  const { t } = useTranslation('directory');
  const field = useDirectoryField();
  const encryption = useDirectoryValue((form) => form.encryption);
  const trust = useDirectoryValue((form) => form.trust.mode);
  const isEnabled = useDirectoryValue((form) => form.isEnabled);
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
