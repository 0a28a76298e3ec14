import { type ComponentType, lazy } from 'react';
import { getI18n } from 'react-i18next';
import { PageNotLoaded } from './PageNotLoaded.ts';
import type { Area } from './route.ts';

type PageSource = {
  load: () => Promise<ComponentType>;
  /**
   * The namespaces of its texts. They come with it: one that came late would take the whole page away for a moment, and
   * the focus with it. Only `findings` may: it is large, and what shows findings has a Suspense of its own.
   */
  texts: readonly string[];
};

/** Where the page of each area is, and its texts beside those of the shell. */
export const pageSources: Record<Area, PageSource> = {
  mail: {
    load: async () => (await import('../areas/mail/MailPage.tsx')).MailPage,
    texts: [
      'mail',
      'directory',
      'editor',
      'errors',
      'fieldErrors',
      'folders',
      'presets',
      'proof',
      'radar',
      'session',
      'settings',
    ],
  },
  users: {
    load: async () => (await import('../areas/users/UsersPage.tsx')).UsersPage,
    texts: [
      ...[
        'users',
        'errors',
        'fieldErrors',
        'alerts',
        'audit',
        'editor',
        'folders',
        'proof',
        'roles',
        'session',
        'settings',
      ],
    ],
  },
  roles: {
    load: async () => (await import('../areas/roles/RolesPage.tsx')).RolesPage,
    texts: ['roles', 'editor', 'errors', 'fieldErrors', 'folders', 'settings', 'users'],
  },
  security: {
    load: async () => (await import('../areas/security/SecurityPage.tsx')).SecurityPage,
    texts: [
      'security',
      'directory',
      'editor',
      'errors',
      'fieldErrors',
      'folders',
      'mail',
      'proof',
      'settings',
    ],
  },
  mailbox: {
    load: async () => (await import('../areas/mailbox/MailboxPage.tsx')).MailboxPage,
    texts: ['mailbox', 'errors'],
  },
  alerts: {
    load: async () => (await import('../areas/alerts/AlertsPage.tsx')).AlertsPage,
    texts: ['alerts', 'errors', 'watch'],
  },
  notices: {
    load: async () => (await import('../areas/notices/NoticesPage.tsx')).NoticesPage,
    texts: ['notices', 'errors', 'fieldErrors', 'proof', 'settings', 'directory'],
  },
  audit: {
    load: async () => (await import('../areas/audit/AuditPage.tsx')).AuditPage,
    texts: [
      ...[
        'audit',
        'errors',
        'alerts',
        'directory',
        'editor',
        'folders',
        'mail',
        'notices',
        'roles',
        'security',
        'settings',
        'users',
      ],
    ],
  },
  history: {
    load: async () => (await import('../areas/settings/HistoryPage.tsx')).HistoryPage,
    texts: ['settings', 'directory', 'editor', 'errors', 'folders', 'mail'],
  },
  explain: {
    load: async () => (await import('../areas/knowledge/ExplainPage.tsx')).ExplainPage,
    texts: ['knowledge', 'errors', 'findings', 'proof'],
  },
};

const page = (area: Area) =>
  lazy(async () => {
    const { load, texts } = pageSources[area];
    try {
      const [Page] = await Promise.all([load(), getI18n().loadNamespaces(texts)]);
      return { default: Page };
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
