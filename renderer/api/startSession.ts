/** The token of a start link: 256 bits as base64url. */
const tokenPattern = /^#([\w-]{43})$/;

/**
 * Swaps the token in the address for the session cookie. The token leaves the address bar and the history first, so
 * that it is never kept. A token that is refused needs no answer here: without a session the first call says so.
 */
export const startSession = async (): Promise<void> => {
  const token = tokenPattern.exec(location.hash)?.[1];
  if (token === undefined) return;
  history.replaceState(null, '', location.pathname);
  await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
};

/** A new start link in a page that is open already changes only the fragment: the page starts again with it. */
export const restartOnNewLink = (): void =>
  addEventListener('hashchange', () => {
    if (tokenPattern.test(location.hash)) location.reload();
  });
