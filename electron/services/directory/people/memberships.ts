import { fail, isFailure } from '../../../contract/failures.ts';
import type { Membership } from '../../../contract/directory/membership.ts';
import type { StoredDirectoryObject } from '../../../stores/directory/directoryObjectStore.ts';
import type { KnownGroup } from '../../../stores/directory/membershipStore.ts';
import type { Actor } from '../../users/actor.ts';
import type { ExplainedMemberships, Memberships } from '../../users/rights/rightsService.ts';
import type { DirectoryReader, GroupLink } from '../directoryReader.ts';
import { askedWithin } from './askedWithin.ts';
import { groupPaths } from './groupPaths.ts';
import { createMembershipReading, type MembershipReadingParts } from './membershipReading.ts';
import { createMembershipViewing } from './membershipViewing.ts';

export type MembershipsParts = Omit<MembershipReadingParts, 'reader'> & {
  reader: Pick<DirectoryReader, 'readToken' | 'readObject' | 'readLinks'>;
};

const nobody: Memberships = { memberOf: new Map(), names: new Map() };

/** How long the way through groups is looked for, in ms. */
const linksLimitMs = 5_000;

/** A person in groups, each by itself. */
export const toMemberships = (userId: string, groups: readonly KnownGroup[]): Memberships =>
  groups.length === 0
    ? nobody
    : { ...nobody, memberOf: new Map([[userId, groups.map((group) => group.userId)]]) };

/** Links are those of the person's own domain. */
const withDomain = (
  { accountName }: Pick<StoredDirectoryObject, 'accountName'>,
  links: GroupLink[],
): GroupLink[] => {
  const domain = accountName.slice(0, accountName.indexOf('\\') + 1);
  return links.map((link) => ({ ...link, name: `${domain}${link.name}` }));
};

const createLinkReading =
  (reader: Pick<DirectoryReader, 'readLinks'>) =>
  async (
    known: { domain: string; objectGuid: string },
    groups: readonly KnownGroup[],
  ): Promise<{ links: GroupLink[]; isRead: boolean }> => {
    const wanted = groups.map(({ objectSid }) => objectSid);
    try {
      const links = await askedWithin(linksLimitMs, (signal) => reader.readLinks(known, wanted, signal));
      return { links, isRead: true };
    } catch (error) {
      // The groups are known without: only the way to them is not, and that is said.
      if (!isFailure(error)) throw error;
      return { links: [], isRead: false };
    }
  };

/** The groups of people: for the checks of each call, for who asks why somebody may do something, and for pages. */
export const createMemberships = (parts: MembershipsParts) => {
  const { stores } = parts;
  const reading = createMembershipReading(parts);
  const view = createMembershipViewing(parts);
  const readLinks = createLinkReading(parts.reader);

  const demand = async (userId: string): Promise<Membership> => {
    const membership = await view(userId);
    if (!membership) throw fail('NOT_FOUND', {});
    return membership;
  };

  /** With the way through groups that are not known here (N10), as far as the directory says it now. */
  const explained = async (userId: string, groups: readonly KnownGroup[]): Promise<ExplainedMemberships> => {
    const membership = await view(userId);
    const known = await stores.directoryObjects.find(userId);
    if (!membership || !known || groups.length === 0) return { ...nobody, membership };
    const { links, isRead } = await readLinks(known, groups);
    const { memberOf, names, between } = groupPaths(known, groups, withDomain(known, links));
    const withPaths = membership.groups.map((group) => ({
      ...group,
      path: isRead ? (between.get(group.userId) ?? null) : null,
    }));
    return { memberOf, names, membership: { ...membership, groups: withPaths } };
  };

  return {
    view,

    /** Reads no groups, but the way to those that count now. NOT_FOUND. */
    getMembership: async (userId: string): Promise<Membership> => {
      const present = await demand(userId);
      if (present.state !== 'current') return present;
      return (await explained(userId, present.groups)).membership ?? present;
    },

    /** Reads them anew. NOT_FOUND, DIRECTORY_UNREACHABLE. */
    refreshMembership: async (userId: string, { note }: Pick<Actor, 'note'>): Promise<Membership> => {
      await demand(userId);
      note({ subject: (await stores.directoryObjects.find(userId))?.accountName ?? '' });
      await reading.refresh(userId);
      return demand(userId);
    },

    membershipsOf: async (userId: string): Promise<Memberships> =>
      toMemberships(userId, await reading.currentGroups(userId)),

    explain: async (userId: string): Promise<ExplainedMemberships> =>
      explained(userId, await reading.currentGroups(userId)),
  };
};

export type DirectoryMemberships = ReturnType<typeof createMemberships>;
