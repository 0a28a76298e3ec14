import { Spinner, useFocusFinders } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { Fragment, lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../electron/contract/session/session.contract.ts';
import type { ResetLink } from '../api/resetLink.ts';
import { asFailure } from '../texts/asFailure.ts';
import { useClient } from './ClientContext.ts';
import { NoSessionPage } from './NoSessionPage.tsx';
import { signOfLife } from './signOfLife.ts';

/** Most people are in already when they open the console. */
const EntrancePages = lazy(async () => ({
  default: (await import('../areas/session/EntrancePages.tsx')).EntrancePages,
}));

/**
 * Counts the people who are signed in here one after the other: another person finds new pages, without what was typed
 * before. Whoever becomes the first administrator keeps them.
 */
const useNthPerson = (userId: string | null): number => {
  const [last, setLast] = useState({ userId, nth: 0 });
  if (last.userId === userId) return last.nth;
  const nth = last.userId === null ? last.nth : last.nth + 1;
  setLast({ userId, nth });
  return nth;
};

/** Another person than the last one begins at the first page; the same one goes on at the address that is there. */
const useOwnPlace = (userId: string | null): void => {
  const last = useRef(userId);
  useEffect(() => {
    if (userId === null || userId === last.current) return;
    if (last.current !== null) window.location.replace('#/');
    last.current = userId;
  }, [userId]);
};

/** What somebody sees who cannot work here yet; null: the console. */
const entranceOf = ({ state, isSetUp }: Session): 'startLink' | 'signIn' | 'newPassword' | null => {
  if (state === 'mustChangePassword') return 'newPassword';
  if (state !== 'signedOut') return null;
  return isSetUp ? 'signIn' : 'startLink';
};

type SessionGateProps = {
  /** By which the page was opened; null: by none. */
  resetLink: ResetLink | null;
  children: ReactNode;
};

/** Shows the console to somebody who is signed in; to everybody else, how to get in. */
export const SessionGate = ({ resetLink, children }: SessionGateProps) => {
  const { t } = useTranslation();
  /** Keeps Fluent's care of the focus while the console goes: what a dialog hid from screen readers comes back. */
  useFocusFinders();
  const { error, data: session, refetch } = useQuery(signOfLife(useClient()));
  const [link, setLink] = useState(resetLink);
  const nthPerson = useNthPerson(session?.userId ?? null);
  useOwnPlace(session?.userId ?? null);
  if (error && (!session || asFailure(error).code === 'NOT_SIGNED_IN'))
    return <NoSessionPage error={error} onTryAgain={() => void refetch()} />;
  if (!session) return <Spinner label={t('session.opening')} />;
  const entrance = entranceOf(session);
  if (entrance === 'startLink') return <NoSessionPage error={null} onTryAgain={() => void refetch()} />;
  if (entrance === null && link === null) return <Fragment key={nthPerson}>{children}</Fragment>;
  return (
    <Suspense fallback={<Spinner label={t('session.opening')} />}>
      <EntrancePages session={session} resetLink={link} onLinkDone={() => setLink(null)} />
    </Suspense>
  );
};
