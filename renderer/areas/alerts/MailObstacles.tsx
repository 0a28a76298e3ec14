import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { AlertMailObstacle } from '../../../electron/contract/alerts/alert.ts';
import { useSession } from '../../shell/useSession.ts';
import { obstacleHelp } from './alertHelp.ts';
import { HelpLinks } from './HelpLinks.tsx';

/** Why no alert arrives at the reader by mail as things are now, what to do about it, and where. */
export const MailObstacles = ({ obstacles }: { obstacles: readonly AlertMailObstacle[] }) => {
  const { t } = useTranslation('alerts');
  const session = useSession().data;
  return obstacles.map((obstacle) => (
    <MessageBar key={obstacle} intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t(`obstacles.${obstacle}.title`)}</MessageBarTitle>
        {t(`obstacles.${obstacle}.advice`)}
        <HelpLinks places={obstacleHelp(obstacle, session?.userId ?? null)} userName={session?.user ?? ''} />
      </MessageBarBody>
    </MessageBar>
  ));
};
