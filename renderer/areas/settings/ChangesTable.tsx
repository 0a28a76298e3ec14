import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../../electron/contract/settings/settings.contract.ts';
import { SettingLabel } from './SettingLabel.tsx';
import { useSettingValue } from './useSettingValue.ts';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%', tableLayout: 'fixed' },
  cell: {
    textAlign: 'start',
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    fontWeight: tokens.fontWeightRegular,
  },
  head: { fontWeight: tokens.fontWeightSemibold },
});

/** Every setting that differs, by its label and its key; a secret says only that it changed. */
export const ChangesTable = ({ changes }: { changes: readonly Change[] }) => {
  const { t } = useTranslation('settings');
  const styles = useStyles();
  const textOf = useSettingValue();
  if (changes.length === 0) return <p>{t('history.noChange')}</p>;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {(['setting', 'before', 'after'] as const).map((column) => (
            <th key={column} className={mergeClasses(styles.cell, styles.head)}>
              {t(`history.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.path}>
            <th scope="row" className={styles.cell}>
              <SettingLabel path={change.path} />
            </th>
            <td className={styles.cell}>{textOf(change.before, 'before')}</td>
            <td className={styles.cell}>{textOf(change.after, 'after')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
