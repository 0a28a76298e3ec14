import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormSection } from '../../../controls/FormSection.tsx';
import { TextControl } from '../../../controls/TextControl.tsx';
import type { MailForm } from '../form/mailForm.ts';
import { senderDiffers } from '../form/warnings.ts';
import { TestRecipientControl } from '../TestRecipientControl.tsx';
import { useMailField } from '../useMailField.ts';

/** As whom mail is sent. */
export const SenderSection = () => {
  const { t } = useTranslation('mail');
  const field = useMailField();
  const form = useFormContext<MailForm>().watch();
  return (
    <FormSection title={t('sections.sender')}>
      <TextControl
        {...field('from.address', true)}
        type="email"
        warning={senderDiffers(form) ? t('warnings.senderDiffers') : undefined}
      />
      <TextControl {...field('from.displayName')} />
      {form.kind !== 'smtp' && <TestRecipientControl />}
    </FormSection>
  );
};
