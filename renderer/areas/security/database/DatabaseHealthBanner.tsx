import { lazy, Suspense } from 'react';
import { useSession } from '../../../shell/useSession.ts';

const UnreadableDatabase = lazy(async () => ({
  default: (await import('./UnreadableDatabase.tsx')).UnreadableDatabase,
}));

/** Says that the database cannot be read, and what to do; nothing while all is well. */
export const DatabaseHealthBanner = () => {
  const isUnreadable = useSession().data?.state === 'unreadable';
  return <Suspense>{isUnreadable && <UnreadableDatabase />}</Suspense>;
};
