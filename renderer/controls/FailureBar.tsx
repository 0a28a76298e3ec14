import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useFailureText } from '../texts/useFailureText.ts';
import { DismissButton } from './DismissButton.tsx';

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
      <MessageBarActions containerAction={<DismissButton onClick={dismiss} />} />
    </MessageBar>
  );
};
