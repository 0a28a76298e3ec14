import type { Alert, AlertComponent, AlertMailObstacle } from '../../../electron/contract/alerts/alert.ts';
import type { Permission } from '../../../electron/contract/permissions.ts';
import type { Area } from '../../shell/route.ts';

/** Where something can be done about an alert or what keeps it from being mailed, and the rights that open that place. */
export type AlertHelp = {
  area: Area;
  id: string | null;
  /** The field that takes the focus there. */
  field?: string;
  permissions: readonly Permission[];
};

const users: AlertHelp = { area: 'users', id: null, permissions: ['users.view'] };
const mail: AlertHelp = { area: 'mail', id: null, permissions: ['mail.view'] };
const notices: AlertHelp = { area: 'notices', id: null, permissions: ['mail.view', 'users.view'] };
const security: AlertHelp = { area: 'security', id: null, permissions: ['security.view'] };
const directory: AlertHelp = { area: 'security', id: 'directory', permissions: ['directory.view'] };
const mailbox: AlertHelp = { area: 'mailbox', id: null, permissions: ['mailbox.view'] };
const audit: AlertHelp = { area: 'audit', id: null, permissions: ['audit.view'] };

const places: Record<AlertComponent, readonly AlertHelp[]> = {
  signIn: [users],
  users: [users],
  mail: [mail, notices],
  alerts: [mail, notices],
  database: [security],
  audit: [audit],
  directory: [directory],
};

/** The places that help with an alert, the nearest first; of a user who is locked, that user's. */
export const alertHelp = ({
  component,
  parameters: { userId },
}: Pick<Alert, 'component' | 'parameters'>): readonly AlertHelp[] =>
  places[component].map((place) =>
    place.area === 'users' && typeof userId === 'string' ? { ...place, id: userId } : place,
  );

/** The places where it is mended that no alert is mailed to this user. */
export const obstacleHelp = (obstacle: AlertMailObstacle, userId: string | null): readonly AlertHelp[] => {
  const user = { ...users, id: userId };
  const helps: Record<AlertMailObstacle, readonly AlertHelp[]> = {
    mailOff: [{ ...mail, field: 'emailAlerts' }],
    noProfile: [mail],
    captured: [mailbox, mail],
    noAddress: [user],
    notAllowed: [user],
  };
  return helps[obstacle];
};
