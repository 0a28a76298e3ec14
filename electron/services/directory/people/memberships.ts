import { fail } from '../../../contract/failures.ts';
import type { Membership } from '../../../contract/directory/membership.ts';
import type { KnownGroup } from '../../../stores/directory/membershipStore.ts';
import type { Actor } from '../../users/actor.ts';
import type { ExplainedMemberships, Memberships } from '../../users/rights/rightsService.ts';
import type { DirectoryReader } from '../directoryReader.ts';
import { groupPaths } from './groupPaths.ts';
import { createLinkReading } from './linkReading.ts';
import { createMembershipReading, type MembershipReadingParts } from './membershipReading.ts';
import { createMembershipViewing } from './membershipViewing.ts';

export type MembershipsParts = Omit<MembershipReadingParts, 'reader'> & {
  reader: Pick<DirectoryReader, 'readToken' | 'readObject' | 'readLinks'>;
};

const nobody: Memberships = { memberOf: new Map(), names: new Map() };

/** A person in groups, each by itself. */
export const toMemberships = (userId: string, groups: readonly KnownGroup[]): Memberships =>
  groups.length === 0
    ? nobody
    : { ...nobody, memberOf: new Map([[userId, groups.map((group) => group.userId)]]) };

/** The groups of people: for the checks of each call, for who asks why somebody may do something, and for pages. */
export const createMemberships = (parts: MembershipsParts) => {
  const { stores } = parts;
  const reading = createMembershipReading(parts);
  const view = createMembershipViewing(parts);
  const links = createLinkReading(parts);

  const demand = async (userId: string): Promise<Membership> => {
    const membership = await view(userId);
    if (!membership) throw fail('NOT_FOUND', {});
    return membership;
  };

  /** With the way through groups that are not known here (N10), as far as the directory says it now; else it is not asked. */
  const explained = async (
    userId: string,
    groups: readonly KnownGroup[],
    isAsking: boolean,
  ): Promise<ExplainedMemberships> => {
    const membership = await view(userId);
    const known = await stores.directoryObjects.find(userId);
    if (!membership || !known) return { ...nobody, membership, unreached: new Set() };
    const { memberOf, names, between } = groupPaths(
      known,
      groups,
      isAsking ? await links.read(known, groups) : [],
    );
    const pathOf = ({ userId: id }: { userId: string }) => between.get(id) ?? null;
    const withPaths = membership.groups.map((group) => ({ ...group, path: pathOf(group) }));
    const unreached = new Set(groups.filter((group) => pathOf(group) === null).map(({ userId: id }) => id));
    return { memberOf, names, unreached, membership: { ...membership, groups: withPaths } };
  };

  return {
    view,

    /** Reads no groups, but the way to those that count now. NOT_FOUND. */
    getMembership: async (userId: string): Promise<Membership> => {
      const present = await demand(userId);
      if (present.state !== 'current') return present;
      return (await explained(userId, present.groups, true)).membership ?? present;
    },

    /** Reads them anew. NOT_FOUND, DIRECTORY_UNREACHABLE. */
    refreshMembership: async (userId: string, { note }: Pick<Actor, 'note'>): Promise<Membership> => {
      const { domain } = await demand(userId);
      note({ subject: (await stores.directoryObjects.find(userId))?.accountName ?? '' });
      await reading.refresh(userId);
      links.resume(domain);
      return demand(userId);
    },

    membershipsOf: async (userId: string): Promise<Memberships> =>
      toMemberships(userId, await reading.currentGroups(userId)),

    explain: async (userId: string, isAsking: boolean): Promise<ExplainedMemberships> =>
      explained(userId, await (isAsking ? reading.currentGroups : reading.readGroups)(userId), isAsking),
  };
};

export type DirectoryMemberships = ReturnType<typeof createMemberships>;
