import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useVisibleAreas } from './areaRights.ts';
import { redirect } from './RouteContext.ts';

/** In the place of an area that somebody may not see; who did not ask for it is led to the first one that they may. */
export const NoRight = () => {
  const { t } = useTranslation();
  const [first] = useVisibleAreas();
  const isAskedFor = window.location.hash.length > 2;
  useEffect(() => {
    if (first && !isAskedFor) redirect({ area: first });
  }, [first, isAskedFor]);
  if (!isAskedFor) return null;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('noRight.title')}</MessageBarTitle>
        {t('noRight.advice')}
      </MessageBarBody>
    </MessageBar>
  );
};
