import { Button, makeStyles, Text, tokens, Tooltip } from '@fluentui/react-components';
import { Keyboard20Regular } from '@fluentui/react-icons/svg/keyboard';
import { Person20Regular } from '@fluentui/react-icons/svg/person';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { UserMenu } from '../areas/session/UserMenu.tsx';
import { LanguageMenu } from './LanguageMenu.tsx';
import { ThemeMenu } from './ThemeMenu.tsx';
import { useSession } from './useSession.ts';

/** After the frame has been painted: its list of choices is the largest part of the bar. */
const SettingsSearch = lazy(async () => ({
  default: (await import('./search/SettingsSearch.tsx')).SettingsSearch,
}));

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '48px',
    paddingInline: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  product: { whiteSpace: 'nowrap' },
  search: { flexGrow: 1, display: 'flex', justifyContent: 'center', minWidth: 0 },
  user: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    whiteSpace: 'nowrap',
  },
  userName: { '@media (max-width: 800px)': { display: 'none' } },
});

/** Product, search, language, theme, keys, and who is signed in. */
export const TopBar = ({ onShowKeys }: { onShowKeys: () => void }) => {
  const { t } = useTranslation();
  const styles = useStyles();
  const session = useSession().data;
  return (
    <header className={styles.bar} data-pane>
      <Text size={400} weight="semibold" className={styles.product}>
        {t('product')}
      </Text>
      <div className={styles.search}>
        <Suspense>
          <SettingsSearch />
        </Suspense>
      </div>
      <LanguageMenu />
      <ThemeMenu />
      <Tooltip content={t('keys.title')} relationship="label">
        <Button appearance="subtle" icon={<Keyboard20Regular />} onClick={onShowKeys} />
      </Tooltip>
      {session?.userId ? (
        <Suspense>
          <UserMenu user={session.user} />
        </Suspense>
      ) : (
        <span className={styles.user} title={t('signedInAs', { user: session?.user ?? '' })}>
          <Person20Regular aria-hidden="true" />
          <span className={styles.userName}>{session?.user}</span>
        </span>
      )}
    </header>
  );
};
