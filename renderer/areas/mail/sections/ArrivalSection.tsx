import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ChoiceControl } from '../../../controls/ChoiceControl.tsx';
import { FoldedSection } from '../../../controls/FormSection.tsx';
import type { ArrivalForm, MailForm } from '../form/mailForm.ts';
import { mailboxPort, portAfter } from '../form/portRule.ts';
import { useHasError } from '../useHasError.ts';
import { useMailField } from '../useMailField.ts';
import { ArrivalServer } from './ArrivalServer.tsx';

/** Where a proof looks for the message that it sent (REQUIREMENTS N03). */
export const ArrivalSection = () => {
  const { t } = useTranslation('mail');
  const field = useMailField();
  const { watch, getValues, setValue } = useFormContext<MailForm>();
  const [open, setOpen] = useState(false);
  const hasError = useHasError('arrival');
  const protocol = watch('arrival.protocol');
  const followProtocol = (next: ArrivalForm['protocol']) => {
    const { arrival } = getValues();
    setValue('arrival.port', portAfter(arrival, mailboxPort({ ...arrival, protocol: next })));
  };
  return (
    <FoldedSection
      title={t('sections.arrival', { state: t(`protocols.${protocol}`) })}
      open={open || hasError}
      onOpen={setOpen}
    >
      <ChoiceControl<ArrivalForm['protocol']>
        {...field('arrival.protocol')}
        choices={(['none', 'imap', 'pop3'] as const).map((value) => ({
          value,
          label: t(`protocols.${value}`),
        }))}
        onChanged={followProtocol}
      />
      {protocol !== 'none' && <ArrivalServer />}
    </FoldedSection>
  );
};
