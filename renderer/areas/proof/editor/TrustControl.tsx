import { useTranslation } from 'react-i18next';
import { ChoiceControl } from '../../../controls/ChoiceControl.tsx';
import type { ControlTexts } from '../../../controls/ControlFrame.tsx';
import type { TrustForm } from '../../../controls/trustForm.ts';

/** The system's store, or one added CA certificate beside it. */
export const TrustControl = (texts: ControlTexts) => {
  const { t } = useTranslation('editor');
  return (
    <ChoiceControl<TrustForm['mode']>
      {...texts}
      choices={(['system', 'certificate'] as const).map((value) => ({
        value,
        label: t(`trust.${value}.label`),
        help: t(`trust.${value}.help`),
      }))}
    />
  );
};
