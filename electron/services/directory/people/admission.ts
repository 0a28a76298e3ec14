import type { StoredDirectoryObject } from '../../../stores/directory/directoryObjectStore.ts';
import type { PeopleStores, PeopleTransaction } from '../../../stores/users/peopleTransaction.ts';
import { assigned, type DirectoryDeed, provisioned, type RecordDeeds } from './directoryDeeds.ts';
import type { TokenOfPerson } from '../directoryReader.ts';
import { addObject, followObject } from './followedObject.ts';

export type AdmissionParts = {
  transact: PeopleTransaction;
  record: RecordDeeds;
  /** ms since 1970 UTC. */
  now: () => number;
};

/** `userId` null: a stranger, who is in no group that is known here. */
type Admitted = { userId: string | null; isMember: boolean; deeds: readonly DirectoryDeed[] };

const subjectOf = ({ person }: TokenOfPerson): string => person.accountName;

/** Takes over who somebody is and which groups that person is in, as a controller says it now. Within a transaction. */
export const followToken = async (
  stores: PeopleStores,
  known: StoredDirectoryObject,
  token: TokenOfPerson,
  at: number,
): Promise<DirectoryDeed[]> => {
  const followed = await followObject(stores, known, token.person, at);
  const knownGroups = async () => (await stores.memberships.find(known.userId))?.groups ?? [];
  const before = await knownGroups();
  await stores.memberships.replace(known.userId, token.groupSids, at);
  return [...followed, ...assigned(subjectOf(token), before, await knownGroups())];
};

const provision = async (stores: PeopleStores, token: TokenOfPerson, at: number): Promise<Admitted> => {
  const groups = await stores.memberships.knownGroups(token.groupSids);
  if (groups.length === 0) return { userId: null, isMember: false, deeds: [] };
  const arrival = { isAutoProvisioned: true, grants: [], at };
  const { userId, deeds } = await addObject(stores, token.person, arrival);
  await stores.memberships.replace(userId, token.groupSids, at);
  return { userId, isMember: true, deeds: [...deeds, provisioned(subjectOf(token), groups)] };
};

/** Who was added by name, or holds a role of their own, needs no group. */
const isOneOfUs = async (stores: PeopleStores, { userId, isAutoProvisioned }: StoredDirectoryObject) =>
  !isAutoProvisioned ||
  ((await stores.users.find(userId))?.grants.length ?? 0) > 0 ||
  ((await stores.memberships.find(userId))?.groups.length ?? 0) > 0;

const admitWithin = async (stores: PeopleStores, token: TokenOfPerson, at: number): Promise<Admitted> => {
  const [known] = await stores.directoryObjects.findByGuids([token.person.objectGuid]);
  if (!known) return provision(stores, token, at);
  const deeds = await followToken(stores, known, token, at);
  return { userId: known.userId, isMember: await isOneOfUs(stores, known), deeds };
};

/**
 * Lets in whom the directory has let in (U10): who was added by name, or is a member of an active group that was, and is provisioned
 * then. Membership is what the token says now (U11). Without alert subscriptions (U17): nobody has any before choosing them.
 */
export const createAdmission =
  ({ transact, record, now }: AdmissionParts) =>
  async (token: TokenOfPerson, door: string): Promise<Omit<Admitted, 'deeds'>> => {
    const { deeds, ...admitted } = await transact((stores) => admitWithin(stores, token, now()));
    await record(deeds, door);
    return admitted;
  };

export type Admission = ReturnType<typeof createAdmission>;
