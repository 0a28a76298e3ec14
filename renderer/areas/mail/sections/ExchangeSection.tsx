import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type ExchangeVersion, exchangeVersions } from '../../../../electron/contract/mail/exchange.ts';
import { ChoiceControl } from '../../../controls/ChoiceControl.tsx';
import { FormSection } from '../../../controls/FormSection.tsx';
import { TextControl } from '../../../controls/TextControl.tsx';
import { exchangeName } from '../form/exchangeName.ts';
import { addressOfHost } from '../form/ewsAddress.ts';
import type { MailForm } from '../form/mailForm.ts';
import { endsAtExchangeOnline } from '../form/warnings.ts';
import { useMailField } from '../useMailField.ts';
import { useMailValue } from '../useMailValue.ts';

/** Name of the profile, where its Exchange server is, and which one it is (REQUIREMENTS A05). */
export const ExchangeSection = () => {
  const { t } = useTranslation('mail');
  const field = useMailField();
  const { getValues, setValue } = useFormContext<MailForm>();
  const ends = useMailValue(endsAtExchangeOnline);
  return (
    <FormSection title={t('sections.exchange')}>
      <TextControl {...field('name', true)} />
      <ChoiceControl<ExchangeVersion>
        {...field('exchangeVersion')}
        choices={exchangeVersions.map((value) => ({ value, label: exchangeName(value) }))}
      />
      <TextControl
        {...field('url', true)}
        wide="edited"
        warning={ends ? t('warnings.ewsEnds') : undefined}
        onLeft={() => setValue('url', addressOfHost(getValues('url')))}
      />
    </FormSection>
  );
};
