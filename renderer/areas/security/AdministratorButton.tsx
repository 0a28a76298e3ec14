import { Button, Caption1 } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { useIsAdministrator } from '../../shell/useSession.ts';

type AdministratorButtonProps = { onClick: () => void; reason: string; children: ReactNode };

/** Without the role Administrator it cannot be pressed, and says why. */
export const AdministratorButton = ({ onClick, reason, children }: AdministratorButtonProps) => {
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
      <Caption1 id={reasonId}>{reason}</Caption1>
    </>
  );
};
