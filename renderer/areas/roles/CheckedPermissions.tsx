import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { areas, rights } from '../../../electron/contract/permissions.ts';
import type {
  CheckedPermission,
  PermissionCheck,
  Place,
} from '../../../electron/contract/users/permissionCheck.ts';
import { StateBadge } from '../../controls/StateBadge.tsx';
import { RightPath } from './RightPath.tsx';

const useStyles = makeStyles({
  frame: { overflowX: 'auto', flexShrink: 0 },
  table: { borderCollapse: 'collapse', width: '100%' },
  cell: {
    padding: tokens.spacingHorizontalXS,
    textAlign: 'start',
    verticalAlign: 'top',
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  area: { backgroundColor: tokens.colorNeutralBackground3 },
  right: { fontWeight: tokens.fontWeightRegular },
  list: { display: 'grid', gap: tokens.spacingVerticalXXS, margin: 0, padding: 0, listStyleType: 'none' },
});

/** Gives where something is allowed, in words. */
const usePlaces = () => {
  const { t } = useTranslation('roles');
  return (places: readonly Place[]): string =>
    places.map((place) => (place === null ? t('everywhere') : place.names.join(' / '))).join(', ');
};

type CheckedPermissionsProps = Pick<PermissionCheck, 'user' | 'permissions'> &
  Pick<ComponentProps<typeof RightPath>, 'isAsking'>;

/** Every right under its area: allowed or not, where, and because of what. */
export const CheckedPermissions = ({ user, permissions, isAsking }: CheckedPermissionsProps) => {
  const { t } = useTranslation('roles');
  const styles = useStyles();
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={t('check.rights')}>
        <thead>
          <tr>
            {(['right', 'allowed', 'because'] as const).map((column) => (
              <th key={column} scope="col" className={styles.cell}>
                {t(`check.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {areas.map((area) => (
          <tbody key={area}>
            <tr>
              <th scope="rowgroup" colSpan={3} className={mergeClasses(styles.cell, styles.area)}>
                {t(`areas.${area}`)}
              </th>
            </tr>
            {rights.map((right) => {
              const checked = permissions.find(({ permission }) => permission === `${area}.${right}`);
              return (
                checked && (
                  <CheckedRow
                    key={right}
                    user={user.name}
                    name={t(`rights.${right}`)}
                    checked={checked}
                    isAsking={isAsking}
                  />
                )
              );
            })}
          </tbody>
        ))}
      </table>
    </div>
  );
};

type CheckedRowProps = { user: string; name: string; checked: CheckedPermission; isAsking: boolean };

const CheckedRow = ({ name, checked, ...way }: CheckedRowProps) => {
  const { t } = useTranslation('roles');
  const styles = useStyles();
  return (
    <tr>
      <th scope="row" className={mergeClasses(styles.cell, styles.right)}>
        {name}
      </th>
      <td className={styles.cell}>
        <Verdict checked={checked} />
      </td>
      <td className={styles.cell}>
        <ul className={styles.list}>
          {checked.reasons.map((reason) => (
            <li key={JSON.stringify(reason)}>
              <RightPath reason={reason} {...way} />
            </li>
          ))}
          {checked.withheld.map((reason) => (
            <li key={JSON.stringify(reason)}>
              {t('check.withheld')} <RightPath reason={reason} {...way} />
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
};

const Verdict = ({ checked }: { checked: CheckedPermission }) => {
  const { t } = useTranslation('roles');
  const textOf = usePlaces();
  const { places, placesWithout, isLost } = checked;
  if (places.length === 0) return <StateBadge tone="none">{t('check.refused')}</StateBadge>;
  if (!isLost) return <StateBadge tone="good">{t('check.allowed', { places: textOf(places) })}</StateBadge>;
  const left = placesWithout ?? [];
  return (
    <StateBadge tone="warning">
      {left.length > 0 ? t('check.lostPartly', { places: textOf(left) }) : t('check.lost')}
    </StateBadge>
  );
};
