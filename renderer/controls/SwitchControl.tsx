import { Switch } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { ControlFrame, type ControlTexts } from './ControlFrame.tsx';
import { useFormMode } from './formMode.ts';
import { useControl } from './useControl.ts';

type SwitchControlProps = ControlTexts & {
  /** True: it cannot be changed; `help` says why. */
  isLocked?: boolean;
};

/** Something that is so or not. */
export const SwitchControl = ({ isLocked = false, ...texts }: SwitchControlProps) => {
  const { t } = useTranslation();
  const { value, change, error } = useControl<boolean>(texts.name);
  const busy = useFormMode() === 'busy';
  const word = t(value ? 'controls.yes' : 'controls.no');
  return (
    <ControlFrame {...texts} error={error} readText={word}>
      <Switch
        checked={value}
        label={word}
        disabled={isLocked || busy}
        onChange={(_, { checked }) => change(checked)}
      />
    </ControlFrame>
  );
};
