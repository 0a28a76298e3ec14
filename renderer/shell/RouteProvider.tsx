import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../controls/ConfirmDialog.tsx';
import { isSamePlace, parseRoute } from './route.ts';
import { RouteContext } from './RouteContext.ts';

/**
 * Keeps the route of the address bar. While a form has unsaved changes every other address, whether from a link, the
 * keyboard or the browser's own buttons, is asked about first.
 */
export const RouteProvider = ({ children }: { children: ReactNode }) => {
  const { t } = useTranslation();
  const [fragment, setFragment] = useState(window.location.hash);
  const [asked, setAsked] = useState<string | null>(null);
  const unsaved = useRef(false);

  useEffect(() => {
    const arrive = () => {
      const next = window.location.hash;
      if (!unsaved.current || isSamePlace(parseRoute(next), parseRoute(fragment))) return setFragment(next);
      window.history.replaceState(null, '', fragment || '#/');
      setAsked(next);
    };
    const leave = (event: BeforeUnloadEvent) => unsaved.current && event.preventDefault();
    window.addEventListener('hashchange', arrive);
    window.addEventListener('beforeunload', leave);
    return () => {
      window.removeEventListener('hashchange', arrive);
      window.removeEventListener('beforeunload', leave);
    };
  }, [fragment]);

  const guard = useCallback((isUnsaved: boolean) => {
    unsaved.current = isUnsaved;
  }, []);
  const discard = () => {
    unsaved.current = false;
    window.location.hash = asked ?? '';
    setAsked(null);
  };
  return (
    <RouteContext value={{ route: parseRoute(fragment), guard }}>
      {children}
      <ConfirmDialog
        open={asked !== null}
        title={t('leave.title')}
        consequence={t('leave.consequence')}
        action={t('leave.discard')}
        cancel={t('leave.stay')}
        onConfirm={discard}
        onCancel={() => setAsked(null)}
      />
    </RouteContext>
  );
};
