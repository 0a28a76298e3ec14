import { makeStyles, mergeClasses, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { UserDetails } from '../../../electron/contract/users/userDetails.ts';
import { NearTime } from '../../controls/NearTime.tsx';
import { useAuditTexts } from '../audit/useAuditTexts.ts';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%' },
  head: { whiteSpace: 'nowrap' },
  cell: {
    ...{ padding: tokens.spacingHorizontalXS, textAlign: 'start', overflowWrap: 'anywhere' },
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});

/** How the last attempts to sign in went. */
export const UserSignIns = ({ user }: { user: UserDetails }) => {
  const { t } = useTranslation(['users', 'audit']);
  const styles = useStyles();
  const { resultText, doorText } = useAuditTexts();
  return (
    <section>
      <Subtitle2 as="h3">{t('attempts.title')}</Subtitle2>
      {!user.hasPassword && user.kind === 'localUser' && <Text block>{t('attempts.noPassword')}</Text>}
      {user.attempts.length === 0 && <Text block>{t('attempts.none')}</Text>}
      {user.attempts.length > 0 && (
        <table className={styles.table} aria-label={t('attempts.title')}>
          <thead>
            <tr>
              {(['at', 'result', 'from'] as const).map((column) => (
                <th key={column} scope="col" className={mergeClasses(styles.cell, styles.head)}>
                  {t(`attempts.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {user.attempts.map(({ at, result, door, machine }, index) => (
              <tr key={`${at} ${index}`}>
                <td className={styles.cell}>
                  <NearTime moment={at} />
                </td>
                <td className={styles.cell}>{resultText(result)}</td>
                <td className={styles.cell}>{t('origin', { door: doorText(door), machine })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};
