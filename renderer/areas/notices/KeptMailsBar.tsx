import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useProfiles } from '../mail/mailQueries.ts';

/** Warns while the built-in mailbox is the default profile: then nobody gets a mail of the program. */
export const KeptMailsBar = () => {
  const { t } = useTranslation('notices');
  const { data } = useProfiles();
  if (data?.profiles.find(({ isDefault }) => isDefault)?.kind !== 'capture') return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('kept.title')}</MessageBarTitle>
        {t('kept.advice')}
      </MessageBarBody>
    </MessageBar>
  );
};
