import { mergeClasses } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Alert } from '../../../electron/contract/alerts/alert.ts';
import { alertTitle } from '../../../electron/locales/alertText.ts';
import { NearTime } from '../../controls/NearTime.tsx';
import { SelectCell } from '../../controls/grid/SelectCell.tsx';
import { useAlertRowStyles } from './alertRowStyles.ts';
import { SeverityBadge } from './SeverityBadge.tsx';
import { useTranslate } from './useTranslate.ts';

type AlertRowProps = { alert: Alert; isSelected: boolean; onToggle: () => void };

/** The cells of one alert: the box that selects it, what happened, how grave and where, when, and the unread mark. */
export const AlertRow = ({ alert, isSelected, onToggle }: AlertRowProps) => {
  const { t } = useTranslation('alerts');
  const translate = useTranslate('alerts');
  const styles = useAlertRowStyles();
  return (
    <>
      <SelectCell isSelected={isSelected} onToggle={onToggle} />
      <div role="gridcell" className={mergeClasses(styles.title, !alert.isRead && styles.unreadTitle)}>
        {alertTitle(alert, translate)}
      </div>
      <div role="gridcell" className={styles.kind}>
        <SeverityBadge severity={alert.severity} />
        <span>{t(`components.${alert.component}`)}</span>
      </div>
      <div role="gridcell" className={styles.time}>
        <NearTime moment={alert.at} focusable={false} />
      </div>
      <div role="gridcell" className={styles.unread}>
        {!alert.isRead && t('list.unread')}
      </div>
    </>
  );
};
