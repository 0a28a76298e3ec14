import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { DismissButton } from '../controls/DismissButton.tsx';
import type { ShownToast } from './ToastContext.ts';

type ToastMessageProps = { toast: ShownToast; className?: string };

/** What a toast says, with what can be done at once and what dismisses it. */
export const ToastMessage = ({ toast, className }: ToastMessageProps) => {
  const { intent, title, advice, action, dismiss } = toast;
  return (
    <MessageBar intent={intent} layout={action ? 'auto' : 'multiline'} className={className}>
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {advice}
      </MessageBarBody>
      <MessageBarActions containerAction={<DismissButton onClick={dismiss} />}>
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
