import { Button } from '@fluentui/react-components';
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark';
import { useTranslation } from 'react-i18next';
import type { FormChange } from '../../../electron/contract/proof/finding.ts';

type ChangeButtonProps = {
  change: FormChange;
  /** True: the form has it already. */
  isMade: boolean;
  disabled: boolean;
  onApply: () => void;
};

/** Puts what would solve a finding into the form; nothing is saved by it. */
export const ChangeButton = ({ change, isMade, disabled, onApply }: ChangeButtonProps) => {
  const { t } = useTranslation('proof');
  const detail = change.change === 'setConnection' ? t(`encryptions.${change.encryption}`) : '';
  const kind = change.change === 'setAuthentication' ? `${change.change}.${change.mode}` : change.change;
  return (
    <Button
      size="small"
      icon={isMade ? <Checkmark16Regular /> : null}
      disabledFocusable={disabled || isMade}
      onClick={onApply}
    >
      {t(`changes.${kind}`, { ...change, encryption: detail })}
    </Button>
  );
};
