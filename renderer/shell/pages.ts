import { type ComponentType, lazy } from 'react';
import { PageNotLoaded } from './PageNotLoaded.ts';
import type { Area } from './route.ts';

/** Where the page of each area is. */
const loads: Record<Area, () => Promise<ComponentType>> = {
  mail: async () => (await import('../areas/mail/MailPage.tsx')).MailPage,
  users: async () => (await import('../areas/users/UsersPage.tsx')).UsersPage,
  roles: async () => (await import('../areas/roles/RolesPage.tsx')).RolesPage,
  security: async () => (await import('../areas/security/SecurityPage.tsx')).SecurityPage,
  mailbox: async () => (await import('../areas/mailbox/MailboxPage.tsx')).MailboxPage,
  alerts: async () => (await import('../areas/alerts/AlertsPage.tsx')).AlertsPage,
  notices: async () => (await import('../areas/notices/NoticesPage.tsx')).NoticesPage,
  audit: async () => (await import('../areas/audit/AuditPage.tsx')).AuditPage,
  history: async () => (await import('../areas/settings/HistoryPage.tsx')).HistoryPage,
  explain: async () => (await import('../areas/knowledge/ExplainPage.tsx')).ExplainPage,
};

const page = (area: Area) =>
  lazy(async () => {
    try {
      return { default: await loads[area]() };
    } catch (error) {
      throw new PageNotLoaded({ cause: error });
    }
  });

/** The page of each area, loaded when it is first opened. */
export const pages: Record<Area, ReturnType<typeof page>> = {
  mail: page('mail'),
  users: page('users'),
  roles: page('roles'),
  security: page('security'),
  mailbox: page('mailbox'),
  alerts: page('alerts'),
  notices: page('notices'),
  audit: page('audit'),
  history: page('history'),
  explain: page('explain'),
};
