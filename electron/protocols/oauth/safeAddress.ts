const ownHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** True for an address over https, or over http to the machine itself: nobody else can read what goes there. */
export const isSafeAddress = (address: string): boolean => {
  const url = URL.parse(address);
  if (url === null || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && ownHosts.has(url.hostname));
};
