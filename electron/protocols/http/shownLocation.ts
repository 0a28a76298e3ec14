import { shownWords } from './serverWords.ts';

/** Takes the place of the server that is asked; the name exists nowhere (RFC 2606, 2). */
const base = 'https://server.invalid';

/**
 * Where a server sends us instead (RFC 9110, 10.2.2), as it can be shown: origin and path, or the path alone on the same
 * server; a query may name a person, or let somebody in. `secrets` stand in it as `***`. Null: no place.
 */
export const shownLocation = (location: string | undefined, secrets: readonly string[]): string | null => {
  const url = location === undefined ? null : URL.parse(location, base);
  if (url === null) return null;
  const origin = url.origin === base ? '' : `${url.protocol}//${url.host}`;
  return shownWords(`${origin}${url.pathname}`, secrets);
};
