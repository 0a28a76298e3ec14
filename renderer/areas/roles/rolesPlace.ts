import { formatRoute } from '../../shell/route.ts';
import { navigate } from '../../shell/RouteContext.ts';

export const rolesTabs = ['roles', 'folders', 'check'] as const;
export type RolesTab = (typeof rolesTabs)[number];

/** A tab of the page and what is shown in it: a role, a folder, a user. */
export type RolesPlace = { tab: RolesTab; id: string | null };

/** Begins a new role. */
export const newRoleId = 'new';

/** What the address names after `settings/roles/`: `<role>`, `folders/<folder>` or `check/<user>`. */
export const rolesPlaceOf = (address: string | null): RolesPlace => {
  const [first = '', second = ''] = (address ?? '').split('/');
  const tab = first === 'folders' || first === 'check' ? first : 'roles';
  return { tab, id: (tab === 'roles' ? first : second) || null };
};

const addressOf = ({ tab, id }: RolesPlace): string | null => {
  if (tab === 'roles') return id;
  return id === null ? tab : `${tab}/${id}`;
};

/** The address of a place, to link to it. */
export const linkTo = (place: RolesPlace): string => formatRoute({ area: 'roles', id: addressOf(place) });

/** Goes to a place; asks first while something is unsaved. */
export const show = (place: RolesPlace): void => navigate({ area: 'roles', id: addressOf(place) });
