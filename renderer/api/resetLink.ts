/** What a link of the mail for a forgotten password carries. */
export type ResetLink = { user: string; code: string };

const prefix = '#/resetPassword?';

/** True for the fragment of such a link. */
export const isResetLink = (fragment: string): boolean => fragment.startsWith(prefix);

/** Reads the fragment `#/resetPassword?user=…&code=…`; null: it is none, or something of it is missing. */
export const parseResetLink = (fragment: string): ResetLink | null => {
  if (!isResetLink(fragment)) return null;
  const parameters = new URLSearchParams(fragment.slice(prefix.length));
  const [user, code] = [parameters.get('user'), parameters.get('code')];
  return user && code ? { user, code } : null;
};

/** Takes the link out of the address bar and the history, so that the code is never kept. */
export const takeResetLink = (): ResetLink | null => {
  const link = parseResetLink(location.hash);
  if (isResetLink(location.hash)) history.replaceState(null, '', location.pathname);
  return link;
};
