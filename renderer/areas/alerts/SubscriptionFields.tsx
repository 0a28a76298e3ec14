import { makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { Fragment, useId } from 'react';
import { useTranslation } from 'react-i18next';
import {
  alertRhythms,
  alertSeverities,
  type AlertSeverity,
  type AlertSubscriptions,
} from '../../../electron/contract/alerts/alert.ts';
import { SeverityBadge } from './SeverityBadge.tsx';
import { withRhythm } from './subscriptions.ts';

const useStyles = makeStyles({
  fields: {
    ...{ display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', alignItems: 'center' },
    columnGap: tokens.spacingHorizontalL,
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  rhythms: { flexWrap: 'wrap' },
});

const choices = ['never', ...alertRhythms] as const;

type SubscriptionFieldsProps = {
  value: AlertSubscriptions;
  isDisabled: boolean;
  onChange: (value: AlertSubscriptions) => void;
};

/** When the alerts of each severity are mailed. */
export const SubscriptionFields = ({ value, isDisabled, onChange }: SubscriptionFieldsProps) => {
  const { t } = useTranslation('alerts');
  const styles = useStyles();
  const id = useId();
  const labelOf = (severity: AlertSeverity): string => `${id}-${severity}`;
  return (
    <div className={styles.fields}>
      {alertSeverities.map((severity) => (
        <Fragment key={severity}>
          <span id={labelOf(severity)}>
            <SeverityBadge severity={severity} />
          </span>
          <RadioGroup
            layout="horizontal"
            className={styles.rhythms}
            aria-labelledby={labelOf(severity)}
            disabled={isDisabled}
            value={value[severity] ?? 'never'}
            onChange={(_, chosen) => onChange(withRhythm(value, severity, chosen.value))}
          >
            {choices.map((choice) => (
              <Radio key={choice} value={choice} label={t(`rhythms.${choice}`)} />
            ))}
          </RadioGroup>
        </Fragment>
      ))}
    </div>
  );
};
