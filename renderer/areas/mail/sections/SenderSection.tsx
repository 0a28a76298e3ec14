import { useTranslation } from 'react-i18next';
import { FormSection } from '../../../controls/FormSection.tsx';
import { TextControl } from '../../../controls/TextControl.tsx';
import { senderDiffers } from '../form/warnings.ts';
import { TestRecipientControl } from '../TestRecipientControl.tsx';
import { useMailField } from '../useMailField.ts';
import { useMailValue } from '../useMailValue.ts';

/** As whom mail is sent. */
export const SenderSection = () => {
  const { t } = useTranslation('mail');
  const field = useMailField();
  const isRelay = useMailValue(({ kind }) => kind === 'smtp');
  const differs = useMailValue(senderDiffers);
  return (
    <FormSection title={t('sections.sender')}>
      <TextControl
        {...field('from.address', true)}
        type="email"
        warning={differs ? t('warnings.senderDiffers') : undefined}
      />
      <TextControl {...field('from.displayName')} />
      {!isRelay && <TestRecipientControl />}
    </FormSection>
  );
};
