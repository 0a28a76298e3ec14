import { useTranslation } from 'react-i18next';
import { ChoiceControl } from '../../controls/ChoiceControl.tsx';
import type { TrustForm } from './form/mailForm.ts';
import { useMailField } from './useMailField.ts';

/** The system's store, or one added CA certificate beside it. */
export const TrustControl = ({ name }: { name: 'trust.mode' | 'arrival.trust.mode' }) => {
  const { t } = useTranslation('mail');
  const field = useMailField();
  return (
    <ChoiceControl<TrustForm['mode']>
      {...field(name)}
      choices={(['system', 'certificate'] as const).map((value) => ({
        value,
        label: t(`trust.${value}.label`),
        help: t(`trust.${value}.help`),
      }))}
    />
  );
};
