import { Switch } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { ControlFrame, type ControlTexts } from './ControlFrame.tsx';
import { useFormMode } from './formMode.ts';
import { useControl } from './useControl.ts';

/** On or off. */
export const SwitchControl = (texts: ControlTexts) => {
  const { t } = useTranslation();
  const { value, change, leave, ref, error } = useControl<boolean>(texts.name);
  const state = value ? t('controls.enabled') : t('controls.disabled');
  return (
    <ControlFrame {...texts} error={error} readText={state}>
      <Switch
        ref={ref}
        checked={value}
        label={state}
        aria-disabled={useFormMode() === 'busy'}
        onBlur={leave}
        onChange={(_, data) => change(data.checked)}
      />
    </ControlFrame>
  );
};
