import { Body1, Button, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { navigate } from '../../shell/RouteContext.ts';
import { noFilter } from './alertQueries.ts';
import type { AlertList } from './useAlertList.ts';

const useStyles = makeStyles({
  empty: {
    ...{ display: 'flex', flexDirection: 'column', alignItems: 'start', gap: tokens.spacingVerticalS },
    paddingBlock: tokens.spacingVerticalL,
  },
});

/** Why there is nothing here, and what to do first. */
export const NoAlerts = ({ list }: { list: AlertList }) => {
  const { t } = useTranslation('alerts');
  const styles = useStyles();
  const { severities, components, isUnreadOnly } = list.filter;
  const isFiltered = isUnreadOnly || severities.length > 0 || components.length > 0;
  const state = isFiltered ? 'filtered' : 'empty';
  return (
    <div className={styles.empty}>
      <Subtitle2>{t(`${state}.title`)}</Subtitle2>
      <Body1>{t(`${state}.text`)}</Body1>
      <Button
        onClick={() =>
          isFiltered ? list.setFilter(noFilter) : navigate({ area: 'alerts', id: 'subscriptions' })
        }
      >
        {t(`${state}.action`)}
      </Button>
    </div>
  );
};
