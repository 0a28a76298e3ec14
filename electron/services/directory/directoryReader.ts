import type { UncountedMembers } from '../../contract/directory/addition.ts';
import type { DirectoryObject, KnownDomain } from '../../contract/directory/directoryObject.ts';
import type { SearchObjectsInput } from '../../contract/directory/directoryPeople.contract.ts';

/** A user or group as the directory has it now. SIDs and GUIDs as text. */
export type FoundObject = Omit<DirectoryObject, 'userId'> & {
  /** preferredLanguage, an RFC 3066 tag; null: none. */
  preferredLanguage: string | null;
};

/** `forest`: DNS names of the domains of its forest: an object that is known from any other one is another object. */
export type ObjectOfForest = FoundObject & { forest: readonly string[] };

/** `deleted`: a controller has it among what was deleted. Null: nobody sees it, for whatever reason. */
export type Seen<Found> = Found | 'deleted' | null;

/** Which object is meant; its domain is only a hint of where to ask first: objects move (U15). */
export type ObjectReference = { domain: string; objectGuid: string };

/**
 * Somebody with all groups of the token (tokenGroups, MS-ADTS 3.1.1.4.5.19): SIDs of direct and nested groups, of the primary
 * group and of built-in ones. Of people of another domain only groups of its forest count, and no built-in ones (MS-PAC 4.1.2.2).
 */
export type TokenOfPerson = {
  person: ObjectOfForest;
  groupSids: readonly string[];
};

/**
 * A step of how somebody is in a group: it is a member of each of `memberOf`. The person stands under its own SID. `name` is the
 * sAMAccountName, in the person's own domain.
 */
export type GroupLink = { sid: string; name: string; memberOf: readonly string[] };

/** People in a group and in groups nested in it, each once. */
export type GroupMembers = {
  people: readonly Pick<FoundObject, 'objectSid' | 'objectGuid' | 'accountName' | 'domain' | 'isDisabled'>[];
  /** How many of them are members of the group itself. */
  direct: number;
  /** Counting ended at the limit. */
  isCut: boolean;
  /** Members that nobody could look into, each once, in the order of their domains: those of others that could not be asked. */
  uncounted: readonly UncountedMembers[];
};

/** Name and password as somebody typed them (U19): `CORP\anna`, `anna@corp.example`, `anna`. */
export type TypedCredentials = { name: string; password: string };

/** What is looked for, and within which limits: at most `size` objects, `timeSeconds` on the server. */
export type ObjectSearch = SearchObjectsInput & { size: number; timeSeconds: number };

/**
 * What the program asks the directory that is in force. Failures of every function: DIRECTORY_UNREACHABLE with the finding that
 * says why, NOT_FOUND when no directory is in force. Nothing is written, no bind is repeated.
 */
export type DirectoryReader = {
  /** Of our domain and those of the trusts; read anew when older than an hour, or when `refresh`. `readAt`: ms since 1970 UTC. */
  listDomains(refresh: boolean, signal: AbortSignal): Promise<{ readAt: number; domains: KnownDomain[] }>;
  /** NOT_FOUND for a domain that `listDomains` does not name, or that a trust keeps from us; so do all that name a domain. */
  searchObjects(
    search: ObjectSearch,
    signal: AbortSignal,
  ): Promise<{ objects: FoundObject[]; cutBy: 'size' | 'time' | null }>;
  /** Looks in its domain, also among what was deleted there, and then in each other one of the forest. */
  readObject(reference: ObjectReference, signal: AbortSignal): Promise<Seen<ObjectOfForest>>;
  /** By the program's own identity; looks for the person as `readObject` does. */
  readToken(reference: ObjectReference, signal: AbortSignal): Promise<Seen<TokenOfPerson>>;
  /** The links among a person and those groups of the token that lead to one of `wanted`. */
  readLinks(reference: ObjectReference, wanted: readonly string[], signal: AbortSignal): Promise<GroupLink[]>;
  readMembers(reference: ObjectReference, limit: number, signal: AbortSignal): Promise<GroupMembers>;
  /**
   * One bind with the person's own password over TLS. SIGN_IN_REFUSED for a wrong name or password, also for an empty one, that is
   * never sent; DIRECTORY_SIGN_IN_REFUSED for what the directory says of the account.
   */
  signIn(credentials: TypedCredentials, signal: AbortSignal): Promise<TokenOfPerson>;
  /** As whom this process runs, proven to a controller with Kerberos; never by what the environment says. */
  signInAsOwnIdentity(signal: AbortSignal): Promise<TokenOfPerson>;
};
