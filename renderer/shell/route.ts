/** Where each area lives in the address, after `#/`. */
export const areaPaths = {
  mail: 'settings/mail',
  users: 'settings/users',
  roles: 'settings/roles',
  security: 'settings/security',
  mailbox: 'mailbox',
  alerts: 'alerts',
  notices: 'notices',
  audit: 'audit',
  history: 'history',
  explain: 'explain',
} as const;

export type Area = keyof typeof areaPaths;

export const areas: readonly Area[] = [
  'mail',
  'users',
  'roles',
  'security',
  'mailbox',
  'alerts',
  'notices',
  'audit',
  'history',
  'explain',
];

export type Route = {
  area: Area;
  /** What is shown in detail: a profile, a message, a revision; in parts, `check/<user>`, where an area has several pages. */
  id: string | null;
  /** The field that takes the focus. */
  field: string | null;
};

/** Null for what is no encoded text: an address may be typed or cut short. */
const decodeId = (encoded: string): string | null => {
  try {
    return encoded === '' ? null : decodeURIComponent(encoded);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
};

/** Reads the fragment of an address, `#/settings/mail/<id>?field=host`; what it does not know leads to Mail. */
export const parseRoute = (fragment: string): Route => {
  const [path = '', query = ''] = fragment.replace(/^#\/?/, '').split('?');
  const area =
    areas.find((name) => path === areaPaths[name] || path.startsWith(`${areaPaths[name]}/`)) ?? 'mail';
  const rest = path.slice(areaPaths[area].length + 1);
  return {
    area,
    id: decodeId(rest),
    field: new URLSearchParams(query).get('field'),
  };
};

/** The fragment of a route's address. */
export const formatRoute = ({ area, id = null, field = null }: Partial<Route> & { area: Area }): string => {
  const path = [areaPaths[area], ...(id?.split('/') ?? []).map(encodeURIComponent)].join('/');
  return `#/${path}${field === null ? '' : `?${new URLSearchParams({ field }).toString()}`}`;
};

/** True when both show the same thing, whatever field has the focus. */
export const isSamePlace = (one: Route, other: Route): boolean =>
  one.area === other.area && one.id === other.id;
