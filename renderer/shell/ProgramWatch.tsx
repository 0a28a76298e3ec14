import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { isGone } from './signOfLife.ts';
import { useSession } from './useSession.ts';

/** Says so when the program is gone. */
export const ProgramWatch = () => {
  const { t } = useTranslation();
  if (!isGone(useSession().error)) return null;
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>{t('program.gone')}</MessageBarBody>
    </MessageBar>
  );
};
