import { Badge, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ProfileSummary } from '../../../electron/contract/mail/profile.ts';
import { formatRoute } from '../../shell/route.ts';
import { useFolderPath } from '../folders/useFolderPath.ts';
import { ValuesStateBadge } from '../proof/editor/ValuesStateBadge.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, flexGrow: 1, overflowY: 'auto', minHeight: 0 },
  entry: {
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderLeft: '3px solid transparent',
    '@media (forced-colors: active)': { borderLeftColor: 'Canvas' },
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  selected: {
    borderLeftColor: tokens.colorBrandStroke1,
    '@media (forced-colors: active)': { borderLeftColor: 'Highlight' },
    backgroundColor: tokens.colorSubtleBackgroundSelected,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  name: { flexGrow: 1, overflowWrap: 'anywhere' },
  badge: { flexShrink: 0, whiteSpace: 'nowrap' },
  detail: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
});

type ProfileListProps = { profiles: readonly ProfileSummary[]; selectedId: string | null };

/** Every profile with its state in words; the default one is marked. */
export const ProfileList = ({ profiles, selectedId }: ProfileListProps) => {
  const { t } = useTranslation('mail');
  const styles = useStyles();
  const pathOf = useFolderPath();
  return (
    <ul className={styles.list} aria-label={t('profiles')}>
      {profiles.map((summary) => (
        <li key={summary.id}>
          <a
            className={mergeClasses(styles.entry, summary.id === selectedId && styles.selected)}
            href={formatRoute({ area: 'mail', id: summary.id })}
            {...(summary.id === selectedId ? { 'aria-current': 'true' } : {})}
          >
            <span className={styles.head}>
              <Text weight="semibold" className={styles.name}>
                {summary.name}
              </Text>
              {summary.isDefault && (
                <Badge className={styles.badge} appearance="tint" color="brand">
                  {t('default')}
                </Badge>
              )}
            </span>
            <span className={styles.detail}>{summary.target || t(`kinds.${summary.kind}.label`)}</span>
            {summary.folderId !== null && (
              <span className={styles.detail}>{t('inFolder', { path: pathOf(summary.folderId) })}</span>
            )}
            <span className={styles.detail}>
              <ValuesStateBadge summary={summary} />
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
};
