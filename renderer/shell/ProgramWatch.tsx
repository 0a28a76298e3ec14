import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useClient } from './ClientContext.ts';
import { isGone, signOfLife } from './signOfLife.ts';

/** Keeps the program from closing as idle while this page is open, and says so when it is gone. */
export const ProgramWatch = () => {
  const { t } = useTranslation();
  const { error } = useQuery(signOfLife(useClient()));
  if (!isGone(error)) return null;
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>{t('program.gone')}</MessageBarBody>
    </MessageBar>
  );
};
