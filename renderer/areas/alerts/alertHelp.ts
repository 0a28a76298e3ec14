import type { Alert, AlertComponent } from '../../../electron/contract/alerts/alert.ts';
import type { Permission } from '../../../electron/contract/permissions.ts';
import type { Area } from '../../shell/route.ts';

/** Where something can be done about an alert, and the rights that open that place. */
export type AlertHelp = { area: Area; id: string | null; permissions: readonly Permission[] };

const users: AlertHelp = { area: 'users', id: null, permissions: ['users.view'] };
const mail: AlertHelp = { area: 'mail', id: null, permissions: ['mail.view'] };
const notices: AlertHelp = { area: 'notices', id: null, permissions: ['mail.view', 'users.view'] };
const security: AlertHelp = { area: 'security', id: null, permissions: ['security.view'] };
const audit: AlertHelp = { area: 'audit', id: null, permissions: ['audit.view'] };

const places: Record<AlertComponent, readonly AlertHelp[]> = {
  signIn: [users],
  users: [users],
  mail: [mail, notices],
  alerts: [mail, notices],
  database: [security],
  audit: [audit],
};

/** The places that help with an alert, the nearest first; of a user who is locked, that user's. */
export const alertHelp = ({
  component,
  parameters: { userId },
}: Pick<Alert, 'component' | 'parameters'>): readonly AlertHelp[] =>
  places[component].map((place) =>
    place.area === 'users' && typeof userId === 'string' ? { ...place, id: userId } : place,
  );
