import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../shell/useSession.ts';

/** Says so when nobody knows who gets at the data folder, and what the administrator does about it. */
export const OpenDataFolder = () => {
  const { t } = useTranslation('security');
  const { data: session } = useSession();
  if (session === undefined || session.dataDirectoryRestricted) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('dataFolder.title')}</MessageBarTitle>
        {t('dataFolder.text', { folder: session.dataDirectory })}
      </MessageBarBody>
    </MessageBar>
  );
};
