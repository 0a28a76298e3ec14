/** A sign-in that is not written as one: then nobody knows what else of the address is a secret. */
const hidesSignIn = ({ href, username, password }: URL): boolean =>
  href.includes('@') && username === '' && password === '';

/**
 * A setting as it may be shown: `HTTPS_PROXY=socks5://proxy:1080`, without sign-in and query; its name alone where the
 * address cannot be read. `withPath`: the path belongs to the address, as that of a script does.
 */
export const shownSetting = (name: string, text: string, { withPath = false } = {}): string => {
  const address = URL.parse(text);
  if (address === null || hidesSignIn(address)) return name;
  const { protocol, host, pathname } = address;
  if (host === '' && protocol !== 'file:') return name;
  return `${name}=${protocol}//${host}${withPath ? pathname : ''}`;
};
