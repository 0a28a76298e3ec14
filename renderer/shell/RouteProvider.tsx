import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../controls/ConfirmDialog.tsx';
import { isSamePlace, parseRoute } from './route.ts';
import { type LeaveQuestion, RouteContext } from './RouteContext.ts';

/** A wish to leave, and how that is done. */
type Departure = { question: LeaveQuestion; go: () => void };

/** Goes that many steps in the history, to `fragment`; 0 when that took the place of the present address. */
const depart = (fragment: string, steps: number): void => {
  if (steps === 0) window.location.hash = fragment;
  else window.history.go(steps);
};

/** The place of the present address in the history of the window; 0 in a browser that does not tell. */
const historyIndex = (): number =>
  'navigation' in window ? (window.navigation.currentEntry?.index ?? 0) : 0;

/**
 * Keeps the route of the address bar. While something would be lost every other address, whether from a link, the
 * keyboard or the browser's own buttons, is asked about first. Whoever stays goes back the way the history went, so that
 * it remains as it was.
 */
export const RouteProvider = ({ children }: { children: ReactNode }) => {
  const { t } = useTranslation();
  const [fragment, setFragment] = useState(window.location.hash);
  const [asked, setAsked] = useState<Departure | null>(null);
  const present = useRef(historyIndex());
  const unsaved = useRef<LeaveQuestion | null>(null);

  useEffect(() => {
    const arrive = () => {
      const next = window.location.hash;
      const steps = historyIndex() - present.current;
      const question = unsaved.current;
      if (!question || isSamePlace(parseRoute(next), parseRoute(fragment))) {
        present.current += steps;
        return setFragment(next);
      }
      if (steps === 0) window.history.replaceState(null, '', fragment || '#/');
      else window.history.go(-steps);
      setAsked({ question, go: () => depart(next, steps) });
    };
    const leave = (event: BeforeUnloadEvent) => unsaved.current !== null && event.preventDefault();
    window.addEventListener('hashchange', arrive);
    window.addEventListener('beforeunload', leave);
    return () => {
      window.removeEventListener('hashchange', arrive);
      window.removeEventListener('beforeunload', leave);
    };
  }, [fragment]);

  const guard = useCallback((question: LeaveQuestion | null) => {
    unsaved.current = question;
    /** What was asked about has been saved or given up meanwhile: the question is about nothing any more. */
    if (question === null) setAsked(null);
  }, []);
  const leave = useCallback((go: () => void) => {
    if (unsaved.current) setAsked({ question: unsaved.current, go });
    else go();
  }, []);
  const discard = () => {
    unsaved.current = null;
    setAsked(null);
    asked?.go();
  };
  return (
    <RouteContext value={{ route: parseRoute(fragment), guard, leave }}>
      {children}
      <ConfirmDialog
        open={asked !== null}
        title={asked?.question.title ?? ''}
        consequence={asked?.question.consequence ?? ''}
        action={t('leave.discard')}
        cancel={t('leave.stay')}
        onConfirm={discard}
        onCancel={() => setAsked(null)}
      />
    </RouteContext>
  );
};
