import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { AlertMailObstacle } from '../../../electron/contract/alerts/alert.ts';

/** Why no alert arrives by mail as things are now, and what to do about it. */
export const MailObstacles = ({ obstacles }: { obstacles: readonly AlertMailObstacle[] }) => {
  const { t } = useTranslation('alerts');
  return obstacles.map((obstacle) => (
    <MessageBar key={obstacle} intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t(`obstacles.${obstacle}.title`)}</MessageBarTitle>
        {t(`obstacles.${obstacle}.advice`)}
      </MessageBarBody>
    </MessageBar>
  ));
};
