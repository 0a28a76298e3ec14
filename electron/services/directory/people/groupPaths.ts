import type { KnownGroup } from '../../../stores/directory/membershipStore.ts';
import { pathsFrom } from '../../users/rights/computeRights.ts';
import type { GroupLink } from '../directoryReader.ts';

/** Somebody whose groups are wanted, under the id here and the SID there. */
export type Member = { userId: string; objectSid: string };

/** How somebody is in the groups that are known here. Groups that are not known stand under their SID. */
export type GroupPaths = {
  memberOf: ReadonlyMap<string, readonly string[]>;
  /** What groups are called that are not known here. */
  names: ReadonlyMap<string, string>;
  /** By the id of a known group: the names of the groups in between; null: no way was found. */
  between: ReadonlyMap<string, string[] | null>;
};

/**
 * Ways from a person to known groups, by what the directory says of who is in whom; also in rings. Where it says nothing the group is
 * all that is known: the token names it, whatever leads there. The same for the same links, in whatever order they came.
 */
export const groupPaths = (
  member: Member,
  groups: readonly KnownGroup[],
  links: readonly GroupLink[],
): GroupPaths => {
  const ids = new Map([
    [member.objectSid, member.userId],
    ...groups.map(({ objectSid, userId }) => [objectSid, userId] as const),
  ]);
  const idOf = (sid: string): string => ids.get(sid) ?? sid;
  const names = new Map(links.filter(({ sid }) => !ids.has(sid)).map(({ sid, name }) => [sid, name]));
  const known = new Map(groups.map(({ userId, name }) => [userId, name]));
  const nameOf = (id: string): string => known.get(id) ?? names.get(id) ?? id;
  const byName = (one: string, other: string): number => {
    const [first, second] = [nameOf(one), nameOf(other)];
    if (first === second) return one < other ? -1 : 1;
    return first < second ? -1 : 1;
  };
  const linked = new Map(
    links.map(({ sid, memberOf }) => [idOf(sid), [...new Set(memberOf.map(idOf))].toSorted(byName)]),
  );
  const paths = pathsFrom(member.userId, linked);
  const unreached = groups.map(({ userId }) => userId).filter((id) => !paths.has(id));
  const own = [...(linked.get(member.userId) ?? []), ...unreached].toSorted(byName);
  return {
    memberOf: new Map([...linked, [member.userId, own]]),
    names,
    between: new Map(
      groups.map(({ userId }) => [userId, paths.get(userId)?.slice(1, -1).map(nameOf) ?? null]),
    ),
  };
};
