import type { GroupLink } from '../directoryReader.ts';

const separator = ' → ';

/** The groups that somebody is a direct member of, by name; the primary one, of which only the SID is known, by that. */
export const directGroups = ([person, ...links]: readonly GroupLink[]): string[] =>
  person?.memberOf.map((sid) => links.find((link) => link.sid === sid)?.name ?? sid) ?? [];

/**
 * How somebody is in groups through others: the names on the shortest way to each group that is no direct one, the longest
 * first. The person stands first among the links; groups that contain each other are passed once.
 */
export const nestedPaths = (links: readonly GroupLink[], most: number): string[] => {
  const [person] = links;
  if (person === undefined) return [];
  const bySid = new Map(links.map((link) => [link.sid, link]));
  const ways = new Map([[person.sid, [person.name]]]);
  for (const [sid, way] of ways)
    for (const group of bySid.get(sid)?.memberOf ?? []) {
      const name = bySid.get(group)?.name;
      if (name !== undefined && !ways.has(group)) ways.set(group, [...way, name]);
    }
  return [...ways.values()]
    .filter(({ length }) => length > 2)
    .toSorted((one, other) => other.length - one.length)
    .slice(0, most)
    .map((way) => way.join(separator));
};
