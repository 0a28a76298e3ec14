import { Button, Caption1 } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsAdministrator } from '../../shell/useSession.ts';

/** For what may show a recovery key: without the role Administrator it cannot be pressed, and says why. */
export const AdministratorButton = ({ onClick, children }: { onClick: () => void; children: ReactNode }) => {
  const { t } = useTranslation('security');
  const reasonId = useId();
  if (useIsAdministrator())
    return (
      <Button size="small" onClick={onClick}>
        {children}
      </Button>
    );
  return (
    <>
      <Button size="small" disabledFocusable aria-describedby={reasonId}>
        {children}
      </Button>
      <Caption1 id={reasonId}>{t('administratorOnly')}</Caption1>
    </>
  );
};
