import { makeStyles, Tab, TabList, Title3, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useRoute } from '../../shell/RouteContext.ts';
import { useMay, useMaySomewhere } from '../../shell/useSession.ts';
import { FoldersTab } from '../folders/FoldersTab.tsx';
import { CheckTab } from './CheckTab.tsx';
import { RolesTab } from './RolesTab.tsx';
import { rolesPlaceOf, rolesTabs, show } from './rolesPlace.ts';

const useStyles = makeStyles({
  page: {
    ...{ display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, height: '100%' },
    '@media (max-width: 900px)': { height: 'auto' },
  },
});

const panels = { roles: RolesTab, folders: FoldersTab, check: CheckTab };

/** Those of the tabs that the person may use (REQUIREMENTS U25). */
const useShownTabs = () => {
  const mayViewRoles = useMay('roles.view');
  const mayViewUsers = useMay('users.view');
  const allowed = {
    roles: mayViewRoles,
    folders: useMaySomewhere('folders.view'),
    check: mayViewRoles && mayViewUsers,
  };
  return rolesTabs.filter((tab) => allowed[tab]);
};

/** Settings > Roles: what each role permits and who holds it, the folders that roles are held for, and why somebody may do something. */
export const RolesPage = () => {
  const { t } = useTranslation(['roles', 'folders']);
  const styles = useStyles();
  const place = rolesPlaceOf(useRoute().id);
  const tabs = useShownTabs();
  const tab = tabs.find((shown) => shown === place.tab) ?? tabs[0];
  if (!tab) return <p>{t('noRight')}</p>;
  const Panel = panels[tab];
  return (
    <div className={styles.page}>
      <Title3 as="h1">{t('shell:areas.roles')}</Title3>
      <TabList
        selectedValue={tab}
        onTabSelect={(_, { value }) => {
          const chosen = tabs.find((shown) => shown === value);
          if (chosen) show({ tab: chosen, id: null });
        }}
      >
        {tabs.map((shown) => (
          <Tab key={shown} value={shown}>
            {t(`tabs.${shown}`)}
          </Tab>
        ))}
      </TabList>
      <Panel id={tab === place.tab ? place.id : null} />
    </div>
  );
};
