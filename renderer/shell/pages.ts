import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import type { Area } from './route.ts';

/** The page of each area, loaded when it is first opened. */
export const pages: Record<Area, LazyExoticComponent<ComponentType>> = {
  mail: lazy(async () => ({ default: (await import('../areas/mail/MailPage.tsx')).MailPage })),
  security: lazy(async () => ({
    default: (await import('../areas/security/SecurityPage.tsx')).SecurityPage,
  })),
  mailbox: lazy(async () => ({ default: (await import('../areas/mailbox/MailboxPage.tsx')).MailboxPage })),
  history: lazy(async () => ({ default: (await import('../areas/settings/HistoryPage.tsx')).HistoryPage })),
  explain: lazy(async () => ({ default: (await import('../areas/knowledge/ExplainPage.tsx')).ExplainPage })),
};
