import { makeStyles, mergeClasses, Tab, TabList, Title3, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { navigate, useRoute } from '../../shell/RouteContext.ts';
import { useMay } from '../../shell/useSession.ts';
import { DirectoryTab } from '../directory/DirectoryTab.tsx';
import { RulesTab } from './RulesTab.tsx';
import { securityTabOf, securityTabs } from './securityTabs.ts';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  /** Form and proof scroll for themselves, so that both stay in view. */
  full: { height: '100%', '@media (max-height: 480px)': { height: 'auto' } },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalL },
});

/** Settings > Security: the rules of signing in and the protection of what is stored; the directory. */
export const SecurityPage = () => {
  const { t } = useTranslation('security');
  const styles = useStyles();
  const asked = securityTabOf(useRoute().id);
  const allowed = { rules: useMay('security.view'), directory: useMay('directory.view') };
  const tabs = securityTabs.filter((tab) => allowed[tab]);
  const tab = tabs.find((shown) => shown === asked) ?? tabs[0];
  return (
    <div className={mergeClasses(styles.page, tab === 'directory' && styles.full)}>
      <div className={styles.head}>
        <Title3 as="h1">{t('title')}</Title3>
        {tabs.length > 1 && (
          <TabList
            selectedValue={tab}
            onTabSelect={(_, { value }) =>
              navigate({ area: 'security', id: value === 'directory' ? 'directory' : null })
            }
          >
            {tabs.map((shown) => (
              <Tab key={shown} value={shown}>
                {t(`tabs.${shown}`)}
              </Tab>
            ))}
          </TabList>
        )}
      </div>
      {tab === 'rules' && <RulesTab />}
      {tab === 'directory' && <DirectoryTab />}
    </div>
  );
};
