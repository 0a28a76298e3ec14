import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { FormChange } from '../../../electron/contract/proof/finding.ts';

type ChangeButtonProps = { change: FormChange; isFirst: boolean; disabled: boolean; onApply: () => void };

/** Puts what would solve a finding into the form; nothing is saved by it. */
export const ChangeButton = ({ change, isFirst, disabled, onApply }: ChangeButtonProps) => {
  const { t } = useTranslation('proof');
  const detail = change.change === 'setConnection' ? t(`encryptions.${change.encryption}`) : '';
  const kind = change.change === 'setAuthentication' ? `${change.change}.${change.mode}` : change.change;
  return (
    <Button size="small" appearance={isFirst ? 'primary' : 'secondary'} disabled={disabled} onClick={onApply}>
      {t(`changes.${kind}`, { ...change, encryption: detail })}
    </Button>
  );
};
