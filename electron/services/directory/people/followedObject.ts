import { randomUUID } from 'node:crypto';
import { fail } from '../../../contract/failures.ts';
import { type Language, languageOf } from '../../../contract/languages.ts';
import { emailAddressSchema } from '../../../contract/mail/address.ts';
import type { UserGrant, UserValues } from '../../../contract/users/user.ts';
import type { StoredDirectoryObject } from '../../../stores/directory/directoryObjectStore.ts';
import type { PeopleStores } from '../../../stores/users/peopleTransaction.ts';
import type { StoredUser } from '../../../stores/users/userStore.ts';
import { type DirectoryDeed, renamed, stateNoted } from './directoryDeeds.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import type { FoundObject, ObjectOfForest } from '../directoryReader.ts';

type Stores = Pick<PeopleStores, 'users' | 'directoryObjects' | 'sessions'>;
type Followed = Pick<UserValues, 'name' | 'displayName' | 'mail' | 'language'>;

/** How an object came here. */
export type Arrival = { isAutoProvisioned: boolean; grants: readonly UserGrant[]; at: number };

const languageIn = ({ preferredLanguage }: FoundObject): Language | null =>
  (preferredLanguage === null ? undefined : languageOf(preferredLanguage)) ?? null;

const mailIn = ({ mail }: FoundObject): string | null =>
  emailAddressSchema.nullable().catch(null).parse(mail);

const valuesIn = (found: FoundObject): Followed => ({
  name: found.accountName,
  displayName: found.displayName || found.accountName,
  mail: mailIn(found),
  language: languageIn(found),
});

const identityIn = (found: FoundObject, checkedAt: number) => ({
  objectGuid: found.objectGuid,
  objectSid: found.objectSid,
  domain: found.domain,
  accountName: found.accountName,
  userPrincipalName: found.userPrincipalName,
  distinguishedName: found.distinguishedName,
  state: found.isDisabled ? ('disabled' as const) : ('present' as const),
  checkedAt,
});

const hasChanged = (user: StoredUser, values: Followed): boolean =>
  user.name !== values.name ||
  user.displayName !== values.displayName ||
  user.mail !== values.mail ||
  user.language !== values.language;

/** What somebody is called here who has to leave the name to another one. */
const yieldedName = (name: string, { objectSid }: Pick<FoundObject, 'objectSid'>): string =>
  `${name} (${objectSid})`;

/**
 * Takes the name for somebody. A domain gives it to one at a time, so who was called so there before is gone, or is called otherwise
 * by now, and yields it. Names that differ by more than case, and those of two domains of one NetBIOS name, are one here only: whoever
 * had it first keeps it.
 */
const takeName = async (
  stores: Stores,
  { accountName: name, objectSid, domain }: FoundObject,
  ownerId: string,
): Promise<{ name: string; deeds: DirectoryDeed[] }> => {
  const [holderId] = (await stores.users.findIdsByName([name])).values();
  if (holderId === undefined || holderId === ownerId) return { name, deeds: [] };
  const holder = await stores.users.find(holderId);
  const known = await stores.directoryObjects.find(holderId);
  if (!holder || !known) return { name, deeds: [] };
  const isSameThere = known.domain === domain && holder.name.toLowerCase() === name.toLowerCase();
  if (known.state !== 'deleted' && !isSameThere) return { name: yieldedName(name, { objectSid }), deeds: [] };
  const next = yieldedName(holder.name, known);
  await stores.users.replace(holder.id, holder.revision, { ...holder, name: next }, holder.grants);
  // Attempts under the name are no more those of who had it before.
  await stores.directoryObjects.save({ ...known, accountName: next });
  return { name, deeds: [renamed(holder.name, next)] };
};

/** Adds a user or group as a reference (U09); its values are those of the directory. Within a transaction. */
export const addObject = async (
  stores: Stores,
  found: FoundObject,
  { isAutoProvisioned, grants, at }: Arrival,
): Promise<{ userId: string; deeds: DirectoryDeed[] }> => {
  const userId = randomUUID();
  const { name, deeds } = await takeName(stores, found, userId);
  const flags = { isActive: true, mayUseBasicAuthentication: false, mustChangePassword: false };
  await stores.users.add({
    ...{ id: userId, kind: found.kind, isBuiltIn: false, grants, createdAt: at },
    values: { ...valuesIn(found), name, ...flags },
  });
  const identity = { ...identityIn(found, at), accountName: name };
  await stores.directoryObjects.save({ userId, ...identity, isAutoProvisioned, overrides: [] });
  return { userId, deeds };
};

const kept = ({ overrides }: StoredDirectoryObject, user: StoredUser): Partial<Followed> => ({
  ...(overrides.includes('mail') ? { mail: user.mail } : {}),
  ...(overrides.includes('language') ? { language: user.language } : {}),
});

/**
 * An objectGUID is unique in a forest; the controllers of another one may claim any. DIRECTORY_UNREACHABLE: who this is, nobody
 * here can say.
 */
export const demandSameForest = (
  { domain }: Pick<StoredDirectoryObject, 'domain'>,
  { forest, domain: otherDomain }: ObjectOfForest,
): void => {
  if (forest.includes(domain)) return;
  const finding = makeFinding('controllerOfOtherDomain', { domain, otherDomain });
  throw fail('DIRECTORY_UNREACHABLE', { finding });
};

/**
 * Takes over what the directory says of a user or group now: its name and place (U15), its state, and what nobody decided otherwise
 * here. Who is disabled there is signed out. Within a transaction. DIRECTORY_UNREACHABLE for an object of another forest.
 */
export const followObject = async (
  stores: Stores,
  known: StoredDirectoryObject,
  found: ObjectOfForest,
  at: number,
): Promise<DirectoryDeed[]> => {
  demandSameForest(known, found);
  const user = await stores.users.find(known.userId);
  if (!user) return [];
  const { name, deeds: freed } = await takeName(stores, found, user.id);
  const values = { ...valuesIn(found), name, ...kept(known, user) };
  if (hasChanged(user, values))
    await stores.users.replace(user.id, user.revision, { ...user, ...values }, user.grants);
  const identity = { ...identityIn(found, at), accountName: name };
  await stores.directoryObjects.save({ ...known, ...identity });
  if (identity.state !== 'present') await stores.sessions.endAllOf(user.id, 'deactivated', at);
  return [
    ...freed,
    ...(user.name === values.name ? [] : [renamed(user.name, values.name)]),
    ...stateNoted(values.name, known.state, identity.state),
  ];
};

/** Notes that an object is gone from the directory: it stays here, and who it was is signed out. Within a transaction. */
export const noteDeleted = async (
  stores: Stores,
  known: StoredDirectoryObject,
  at: number,
): Promise<DirectoryDeed[]> => {
  await stores.directoryObjects.save({ ...known, state: 'deleted', checkedAt: at });
  await stores.sessions.endAllOf(known.userId, 'deactivated', at);
  return stateNoted(known.accountName, known.state, 'deleted');
};

/** Nothing when it was removed here while the directory was asked. */
export const ifKnown = async (
  { directoryObjects }: Pick<PeopleStores, 'directoryObjects'>,
  userId: string,
  work: (known: StoredDirectoryObject) => Promise<DirectoryDeed[]>,
): Promise<DirectoryDeed[]> => {
  const known = await directoryObjects.find(userId);
  return known ? work(known) : [];
};
