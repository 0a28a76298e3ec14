import { Button } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { useTranslation } from 'react-i18next';

/** Takes a message away: the cross at the end of its bar. */
export const DismissButton = ({ onClick }: { onClick: () => void }) => {
  const { t } = useTranslation();
  return (
    <Button
      appearance="transparent"
      aria-label={t('controls.dismiss')}
      icon={<Dismiss16Regular />}
      onClick={onClick}
    />
  );
};
