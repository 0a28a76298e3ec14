import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DatabaseHealthBanner } from '../areas/security/database/DatabaseHealthBanner.tsx';
import { NoAdministratorBar } from '../areas/session/NoAdministratorBar.tsx';
import { SettingsHealthBanner } from '../areas/settings/SettingsHealthBanner.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Navigation } from './Navigation.tsx';
import { focusMain, focusNextPane } from './nextPane.ts';
import { ProgramWatch } from './ProgramWatch.tsx';
import { useVisibleAreas } from './areaRights.ts';
import { NoRight } from './NoRight.tsx';
import { Offers } from './Offers.tsx';
import { pages } from './pages.ts';
import type { Area } from './route.ts';
import { useRoute } from './RouteContext.ts';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { useShortcut } from './shortcutRegistry.ts';
import { TopBar } from './TopBar.tsx';

const useStyles = makeStyles({
  shell: {
    display: 'grid',
    gridTemplate:
      '"top top" auto "banner banner" auto "navigation main" minmax(0, 1fr) / auto minmax(0, 1fr)',
    height: '100%',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  top: { gridArea: 'top' },
  banner: { gridArea: 'banner' },
  /** What scrolls holds what is placed in it: else that makes the window itself scroll. */
  navigation: { gridArea: 'navigation', position: 'relative', overflowY: 'auto' },
  main: {
    gridArea: 'main',
    position: 'relative',
    minWidth: 0,
    overflow: 'auto',
    padding: tokens.spacingHorizontalM,
    outlineStyle: 'none',
  },
});

/** Another area takes the focus along, unless the address names the field that takes it. */
const useFocusOnArrival = (area: Area, field: string | null): void => {
  const present = useRef(area);
  useEffect(() => {
    if (present.current === area) return;
    present.current = area;
    if (field === null) focusMain();
  }, [area, field]);
};

/** The window is called after what it shows (WCAG 2.4.2). */
const useDocumentTitle = (title: string): void => {
  useEffect(() => {
    document.title = title;
  }, [title]);
};

/** The frame around every page: bar above, areas at the left, the page in the middle. */
export const Shell = () => {
  const { t } = useTranslation();
  const styles = useStyles();
  const { area, field } = useRoute();
  useFocusOnArrival(area, field);
  useDocumentTitle(`${t(`areas.${area}`)} – ${t('product')}`);
  const queries = useQueryClient();
  const [keysShown, setKeysShown] = useState(false);
  useShortcut('refresh', () => void queries.invalidateQueries());
  useShortcut('nextPane', focusNextPane);
  useShortcut('help', () => setKeysShown(true));
  const visible = useVisibleAreas();
  const Page = visible.includes(area) ? pages[area] : NoRight;
  return (
    <div className={styles.shell}>
      <div className={styles.top}>
        <TopBar onShowKeys={() => setKeysShown(true)} />
      </div>
      <div className={styles.banner}>
        <ProgramWatch />
        <SettingsHealthBanner />
        <DatabaseHealthBanner />
        <NoAdministratorBar />
        <Offers />
      </div>
      <div className={styles.navigation}>
        <Navigation />
      </div>
      <main className={styles.main} aria-label={t(`areas.${area}`)} tabIndex={-1}>
        <ErrorBoundary key={area}>
          <Suspense fallback={<Spinner label={t('loading')} />}>
            <Page />
          </Suspense>
        </ErrorBoundary>
      </main>
      {keysShown && <ShortcutsDialog onClose={() => setKeysShown(false)} />}
    </div>
  );
};
