import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { watchProgram } from '../api/connect.ts';
import { useClient } from './ClientContext.ts';

/** Keeps the program from closing as idle while this page is open, and says so when it is gone. */
export const ProgramWatch = () => {
  const { t } = useTranslation();
  const client = useClient();
  const [answers, setAnswers] = useState(true);
  useEffect(() => watchProgram(client, setAnswers), [client]);
  if (answers) return null;
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>{t('program.gone')}</MessageBarBody>
    </MessageBar>
  );
};
