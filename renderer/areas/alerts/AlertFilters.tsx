import { makeStyles, Text, ToggleButton, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { alertComponents, alertSeverities } from '../../../electron/contract/alerts/alert.ts';
import type { AlertFilter } from './alertQueries.ts';
import { SeverityBadge } from './SeverityBadge.tsx';

const useStyles = makeStyles({
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
  },
  group: {
    ...{ display: 'flex', flexWrap: 'wrap', alignItems: 'center' },
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
  },
});

type ChipsProps<Value extends string> = {
  label: string;
  values: readonly Value[];
  chosen: readonly Value[];
  nameOf: (value: Value) => React.ReactNode;
  onChange: (chosen: Value[]) => void;
};

/** Chips of one kind; none of them pressed means all of them. */
const Chips = <Value extends string>({ label, values, chosen, nameOf, onChange }: ChipsProps<Value>) => {
  const styles = useStyles();
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={styles.group}>
      <Text id={id} size={200}>
        {label}
      </Text>
      {values.map((value) => (
        <ToggleButton
          key={value}
          size="small"
          shape="circular"
          checked={chosen.includes(value)}
          onClick={() => onChange(values.filter((each) => chosen.includes(each) !== (each === value)))}
        >
          {nameOf(value)}
        </ToggleButton>
      ))}
    </div>
  );
};

type AlertFiltersProps = { filter: AlertFilter; onChange: (change: Partial<AlertFilter>) => void };

/** Which alerts the list shows. */
export const AlertFilters = ({ filter, onChange }: AlertFiltersProps) => {
  const { t } = useTranslation('alerts');
  const styles = useStyles();
  return (
    <div className={styles.filters}>
      <ToggleButton
        size="small"
        shape="circular"
        checked={filter.isUnreadOnly}
        onClick={() => onChange({ isUnreadOnly: !filter.isUnreadOnly })}
      >
        {t('filters.unreadOnly')}
      </ToggleButton>
      <Chips
        label={t('severity')}
        values={alertSeverities}
        chosen={filter.severities}
        nameOf={(severity) => <SeverityBadge severity={severity} />}
        onChange={(severities) => onChange({ severities })}
      />
      <Chips
        label={t('component')}
        values={alertComponents}
        chosen={filter.components}
        nameOf={(component) => t(`components.${component}`)}
        onChange={(components) => onChange({ components })}
      />
    </div>
  );
};
