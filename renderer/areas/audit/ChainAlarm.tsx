import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({ text: { marginBlock: tokens.spacingVerticalXS } });

type ChainAlarmProps = { sentences: readonly string[]; children?: ReactNode };

/** What is wrong with the audit, and what can be done. */
export const ChainAlarm = ({ sentences, children }: ChainAlarmProps) => {
  const { text } = useStyles();
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        {sentences.map((sentence) => (
          <p key={sentence} className={text}>
            {sentence}
          </p>
        ))}
      </MessageBarBody>
      {children}
    </MessageBar>
  );
};
