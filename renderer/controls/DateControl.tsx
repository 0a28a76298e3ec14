import { Input } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { exactDay } from '../texts/moments.ts';
import { useLanguage } from '../texts/useLanguage.ts';
import { ControlFrame, type ControlTexts } from './ControlFrame.tsx';
import { useFieldStyles } from './fieldStyles.ts';
import { useFormMode } from './formMode.ts';
import { useControl } from './useControl.ts';

/** A day; the form keeps it as `2027-01-31`, the browser shows it as the person writes days. */
export const DateControl = (texts: ControlTexts) => {
  const { t } = useTranslation();
  const { value, change, leave, ref, error } = useControl<string>(texts.name);
  const styles = useFieldStyles();
  const busy = useFormMode() === 'busy';
  const language = useLanguage();
  return (
    <ControlFrame
      {...texts}
      error={error}
      readText={value === '' ? t('controls.empty') : exactDay(`${value}T12:00`, language)}
    >
      <Input
        ref={ref}
        className={styles.input}
        type="date"
        value={value}
        readOnly={busy}
        onBlur={leave}
        onChange={(_, data) => change(data.value)}
      />
    </ControlFrame>
  );
};
