import { useCallback, useRef, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ChoiceControl } from '../../../controls/ChoiceControl.tsx';
import { FoldedSection } from '../../../controls/FormSection.tsx';
import { arrivalAfter } from '../form/arrivalOffer.ts';
import type { ArrivalForm, MailForm } from '../form/mailForm.ts';
import { TestRecipientControl } from '../TestRecipientControl.tsx';
import { useHasError } from '../../proof/editor/useHasError.ts';
import { useMailField } from '../useMailField.ts';
import { useMailValue } from '../useMailValue.ts';
import { useOnceShown } from '../../proof/editor/useOnceShown.ts';
import { ArrivalServer } from './ArrivalServer.tsx';

/** To whom a proof sends its message, and where it looks for it afterwards (REQUIREMENTS N03). */
export const ArrivalSection = () => {
  const { t } = useTranslation('mail');
  const field = useMailField();
  const { getValues, setValue } = useFormContext<MailForm>();
  const [open, setOpen] = useState(false);
  const hasArrivalError = useHasError('arrival');
  const hasRecipientError = useHasError('testRecipient');
  const isOpen = open || hasArrivalError || hasRecipientError;
  const protocol = useMailValue(({ arrival }) => arrival.protocol);
  const section = useRef<HTMLDivElement>(null);
  const show = useOnceShown(useCallback(() => section.current?.scrollIntoView({ block: 'nearest' }), []));
  const follow = () => {
    setValue('arrival', arrivalAfter(getValues(), protocol));
    show();
  };
  return (
    <div ref={section}>
      <FoldedSection
        title={t('sections.arrival', { state: t(`protocols.${protocol}`) })}
        open={isOpen}
        onOpen={(opened) => {
          setOpen(opened);
          /** What unfolds for an error leaves the view to the first one. */
          if (opened && !isOpen) show();
        }}
      >
        <TestRecipientControl />
        <ChoiceControl<ArrivalForm['protocol']>
          {...field('arrival.protocol')}
          choices={(['none', 'imap', 'pop3'] as const).map((value) => ({
            value,
            label: t(`protocols.${value}`),
          }))}
          onChanged={follow}
        />
        {protocol !== 'none' && <ArrivalServer />}
      </FoldedSection>
    </div>
  );
};
