import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle';
import { Fire16Filled } from '@fluentui/react-icons/svg/fire';
import { Info16Regular } from '@fluentui/react-icons/svg/info';
import { Warning16Filled } from '@fluentui/react-icons/svg/warning';
import { useTranslation } from 'react-i18next';
import type { AlertSeverity } from '../../../electron/contract/alerts/alert.ts';

const useStyles = makeStyles({
  badge: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, minWidth: 0 },
  icon: { display: 'inline-flex', flexShrink: 0 },
  Info: { color: tokens.colorNeutralForeground3 },
  Success: { color: tokens.colorStatusSuccessForeground1 },
  Warn: { color: tokens.colorStatusWarningForeground3 },
  Error: { color: tokens.colorStatusDangerForeground1 },
  Fatal: { color: tokens.colorStatusDangerForeground1 },
});

const icons: Record<AlertSeverity, typeof Info16Regular> = {
  Info: Info16Regular,
  Success: CheckmarkCircle16Filled,
  Warn: Warning16Filled,
  Error: ErrorCircle16Filled,
  Fatal: Fire16Filled,
};

/** How grave an alert is, in an icon and in words, never in colour alone. */
export const SeverityBadge = ({ severity }: { severity: AlertSeverity }) => {
  const { t } = useTranslation('alerts');
  const styles = useStyles();
  const Icon = icons[severity];
  return (
    <span className={styles.badge}>
      <span className={mergeClasses(styles.icon, styles[severity])} aria-hidden="true">
        <Icon />
      </span>
      <span>{t(`severities.${severity}`)}</span>
    </span>
  );
};
