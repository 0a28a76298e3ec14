import type { Permission } from '../../electron/contract/permissions.ts';
import { type Area, areas } from './route.ts';
import { useSession } from './useSession.ts';

/** What somebody has to hold to see an area, everywhere or in any folder: all of one of these lists. */
const needed: Readonly<Record<Area, readonly (readonly Permission[])[]>> = {
  mail: [['mail.view']],
  users: [['users.view']],
  roles: [['roles.view'], ['folders.view']],
  security: [['security.view'], ['directory.view']],
  mailbox: [['mailbox.view']],
  alerts: [['alerts.view']],
  notices: [['mail.view', 'users.view']],
  audit: [['audit.view']],
  history: [['settings.view']],
  explain: [[]],
};

/** The areas that the person who is signed in may see, in their order; never none. */
export const useVisibleAreas = (): readonly Area[] => {
  const session = useSession().data;
  const held = new Set([
    ...(session?.permissions ?? []),
    ...(session?.folderPermissions.flatMap(({ permissions }) => permissions) ?? []),
  ]);
  return areas.filter((area) =>
    needed[area].some((list) => list.every((permission) => held.has(permission))),
  );
};
