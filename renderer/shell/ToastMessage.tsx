import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { useTranslation } from 'react-i18next';
import type { ShownToast } from './ToastContext.ts';

type ToastMessageProps = { toast: ShownToast; className?: string };

/** What a toast says, with what can be done at once and what dismisses it. */
export const ToastMessage = ({ toast, className }: ToastMessageProps) => {
  const { t } = useTranslation();
  const { intent, title, advice, action, dismiss } = toast;
  return (
    <MessageBar intent={intent} layout={action ? 'auto' : 'multiline'} className={className}>
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {advice}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            aria-label={t('controls.dismiss')}
            icon={<Dismiss16Regular />}
            onClick={dismiss}
          />
        }
      >
        {action && (
          <Button
            onClick={() => {
              dismiss();
              action.run();
            }}
          >
            {action.label}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
};
