import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FoldedSection } from '../../../controls/FormSection.tsx';
import { CertificateControl } from '../../proof/editor/CertificateControl.tsx';
import { useMailField } from '../useMailField.ts';
import { useMailValue } from '../useMailValue.ts';
import { TrustControl } from '../../proof/editor/TrustControl.tsx';
import { useHasError } from '../../proof/editor/useHasError.ts';

/** Which certificates of the server are believed; there is no way to believe all of them. */
export const TrustSection = () => {
  const { t } = useTranslation('mail');
  const field = useMailField();
  const [open, setOpen] = useState(false);
  const hasError = useHasError('trust');
  const mode = useMailValue(({ trust }) => trust.mode);
  const isInClear = useMailValue(({ kind, encryption }) => kind === 'smtp' && encryption === 'none');
  if (isInClear) return null;
  return (
    <FoldedSection
      title={t('sections.trust', { state: t(`editor:trust.${mode}.label`) })}
      open={open || hasError}
      onOpen={setOpen}
    >
      <TrustControl {...field('trust.mode')} wide="edited" />
      {mode === 'certificate' && <CertificateControl {...field('trust.pem')} />}
    </FoldedSection>
  );
};
