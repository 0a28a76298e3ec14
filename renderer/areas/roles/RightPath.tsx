import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowRight12Regular } from '@fluentui/react-icons/svg/arrow-right';
import { useTranslation } from 'react-i18next';
import type { RightReason } from '../../../electron/contract/users/permissionCheck.ts';
import { useRoleName } from './useRoleName.ts';

const useStyles = makeStyles({
  path: {
    ...{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXXS },
    ...{ margin: 0, padding: 0, listStyleType: 'none' },
  },
  step: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXXS },
  chip: {
    padding: `0 ${tokens.spacingHorizontalXS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
});

/** The way of a right as a picture: from the user through groups to the role, and to where it is held (REQUIREMENTS N10). */
export const RightPath = ({ user, reason }: { user: string; reason: RightReason }) => {
  const { t } = useTranslation('roles');
  const styles = useStyles();
  const nameOf = useRoleName();
  const { groups, role, place } = reason;
  const steps = [
    user,
    ...groups.map(({ name }) => t('path.group', { name })),
    t('path.role', { name: nameOf(role) }),
    place === null ? t('everywhere') : t('path.folder', { name: place.names.join(' / ') }),
  ];
  return (
    <ol className={styles.path}>
      {steps.map((step, at) => (
        <li key={`${at} ${step}`} className={styles.step}>
          {at > 0 && <ArrowRight12Regular aria-hidden="true" />}
          <span className={styles.chip}>{step}</span>
        </li>
      ))}
    </ol>
  );
};
