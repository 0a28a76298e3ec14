import { Button, Tooltip } from '@fluentui/react-components';
import { ArrowClockwise16Regular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { useTranslation } from 'react-i18next';

type AgainButtonProps = {
  /** Of the line. */
  name: string;
  disabled: boolean;
  onPress: () => void;
};

/** Runs one line of a proof again. */
export const AgainButton = ({ name, disabled, onPress }: AgainButtonProps) => {
  const { t } = useTranslation('proof');
  const label = t('lines.again', { name });
  return (
    <Tooltip content={label} relationship="label">
      <Button
        appearance="subtle"
        size="small"
        icon={<ArrowClockwise16Regular />}
        disabledFocusable={disabled}
        onClick={onPress}
      />
    </Tooltip>
  );
};
