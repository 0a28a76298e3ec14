import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '../texts/useFailureText.ts';

type FailureBarProps = {
  /** What a call threw; null or undefined: nothing went wrong. A new one is shown again. */
  error: unknown;
  onDismiss?: () => void;
  /** What to do about it, where that is known better than from the failure alone. */
  advice?: ReactNode;
  /** Actions or details of this failure. */
  children?: ReactNode;
};

/** What went wrong and what to do about it; it stays until it is dismissed. */
export const FailureBar = ({ error, onDismiss, advice, children }: FailureBarProps) => {
  const { t } = useTranslation();
  const textOf = useFailureText();
  const [dismissed, setDismissed] = useState<unknown>(null);
  if (error === null || error === undefined || error === dismissed) return null;
  const text = textOf(error);
  const dismiss = () => {
    setDismissed(error);
    onDismiss?.();
  };
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{text.title}</MessageBarTitle>
        {advice ?? text.advice}
        {children}
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
      />
    </MessageBar>
  );
};
