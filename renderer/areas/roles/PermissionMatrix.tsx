import { Checkbox, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark';
import { useTranslation } from 'react-i18next';
import { areas, isInFolders, type Permission, rights } from '../../../electron/contract/permissions.ts';
import { useFormMode } from '../../controls/formMode.ts';
import { useControl } from '../../controls/useControl.ts';
import { checkedOf, permissionsOf, toggle } from './permissionChoice.ts';

const useStyles = makeStyles({
  frame: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
    overflowX: 'auto',
  },
  table: { borderCollapse: 'collapse', width: '100%' },
  cell: {
    padding: `0 ${tokens.spacingHorizontalXXS}`,
    height: '32px',
    textAlign: 'center',
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  area: { textAlign: 'start', fontWeight: tokens.fontWeightRegular, whiteSpace: 'nowrap' },
  head: { fontWeight: tokens.fontWeightSemibold },
  note: { color: tokens.colorNeutralForeground2 },
  none: { color: tokens.colorNeutralForeground2 },
  icon: { verticalAlign: 'middle' },
});

/** What a role permits: the areas down, the rights across; a head takes or gives its whole row or column. */
export const PermissionMatrix = ({ name }: { name: string }) => {
  const { t } = useTranslation('roles');
  const styles = useStyles();
  const { value, change, error } = useControl<readonly Permission[]>(name);
  const canChange = useFormMode() !== 'read';
  const areaName = (area: (typeof areas)[number]) => t(`areas.${area}`);
  const head = (label: string, among: readonly Permission[], marked = label) =>
    canChange ? (
      <Checkbox
        label={marked}
        aria-label={t('matrix.all', { what: label })}
        checked={checkedOf(value, among)}
        onChange={() => change(toggle(value, among))}
      />
    ) : (
      marked
    );
  return (
    <div className={styles.frame} data-field={name}>
      <table className={styles.table} aria-label={t('matrix.title')}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.cell, styles.area, styles.head)}>
              {t('matrix.area')}
            </th>
            {rights.map((right) => (
              <th key={right} scope="col" className={mergeClasses(styles.cell, styles.head)}>
                {head(t(`rights.${right}`), permissionsOf({ right }))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {areas.map((area) => {
            const marked = isInFolders(`${area}.view`) ? `${areaName(area)} *` : areaName(area);
            return (
              <tr key={area}>
                <th scope="row" className={mergeClasses(styles.cell, styles.area)}>
                  {head(areaName(area), permissionsOf({ area }), marked)}
                </th>
                {rights.map((right) => (
                  <td key={right} className={styles.cell}>
                    <PermissionCell
                      label={t('permission', { area: areaName(area), right: t(`rights.${right}`) })}
                      isHeld={value.includes(`${area}.${right}`)}
                      onToggle={canChange ? () => change(toggle(value, [`${area}.${right}`])) : null}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      <Text size={200} className={styles.note}>
        {t('matrix.inFolders')}
      </Text>
      <Text size={200} className={styles.note}>
        {t('matrix.pages')}
      </Text>
      {error && <Text role="alert">{error}</Text>}
    </div>
  );
};

type PermissionCellProps = {
  label: string;
  isHeld: boolean;
  /** Null: it is only read. */
  onToggle: (() => void) | null;
};

const PermissionCell = ({ label, isHeld, onToggle }: PermissionCellProps) => {
  const { t } = useTranslation();
  const styles = useStyles();
  if (onToggle) return <Checkbox aria-label={label} checked={isHeld} onChange={onToggle} />;
  if (!isHeld) return <span className={styles.none}>{t('controls.empty')}</span>;
  return <Checkmark16Regular className={styles.icon} aria-label={t('controls.yes')} />;
};
