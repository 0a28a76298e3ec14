import type { UserQuery } from '../../contract/users/user.ts';
import { exportNoted } from '../audit/exportNoted.ts';
import type { Actor } from './actor.ts';
import type { PeopleStores } from '../../stores/users/peopleTransaction.ts';
import type { ListedUser } from '../../stores/users/userListing.ts';
import type { KnownFolder } from '../../stores/users/roleReading.ts';
import { type ExportedUser, type RoleColumn, writeUserCsv } from './csv/userCsv.ts';
import { type PeopleFacts, readPeopleFacts } from './peopleFacts.ts';
import { isHeld } from './rights/heldPermissions.ts';

export type UserFile = { fileName: string; mediaType: string; base64: string };

/** Users that are read at once: the list is long, and others want the database too. */
const pageSize = 1_000;

const folderPathIn =
  (folders: ReadonlyMap<string, KnownFolder>) =>
  (folderId: string): string => {
    const names: string[] = [];
    let folder = folders.get(folderId);
    while (folder && names.length < folders.size) {
      names.unshift(folder.name);
      folder = folder.parentId === null ? undefined : folders.get(folder.parentId);
    }
    return names.join('/');
  };

const withValues = async (
  { users }: PeopleStores,
  listed: readonly ListedUser[],
): Promise<ExportedUser[]> => {
  const stored = await users.findAll(listed.map(({ id }) => id));
  const byId = new Map(stored.map((user) => [user.id, user]));
  return listed.flatMap(({ id, lockedUntil }) => {
    const user = byId.get(id);
    return user ? [{ ...user, lockedUntil }] : [];
  });
};

type Wanted = Omit<UserQuery, 'offset' | 'limit'>;

const nameIn = (id: string | null, named: ReadonlyMap<string, { name: string }>): string | null =>
  id === null ? null : (named.get(id)?.name ?? id);

const filterOf = (
  { search, kind, state, roleId, folderId }: Wanted,
  { roles, folders }: Pick<PeopleFacts, 'roles' | 'folders'>,
) => ({ search, kind, state, role: nameIn(roleId, roles), folder: nameIn(folderId, folders) });

/** What a person sees nowhere else is in no file either. */
const columnsHiddenFrom = ({ held }: Actor): RoleColumn[] => {
  if (!isHeld(held, 'roles.view', null)) return ['roles', 'rolesInFolders'];
  return isHeld(held, 'folders.view', null) ? [] : ['rolesInFolders'];
};

/**
 * Writes the users that are wanted, in their order, as a CSV file (media type of RFC 7111). Its columns name roles for
 * who may see roles, and folders for who may see folders.
 */
export const createUserExport =
  ({ stores, now }: { stores: PeopleStores; now: () => number }) =>
  async (wanted: Wanted, actor: Actor): Promise<UserFile> => {
    const { roles, folders } = await readPeopleFacts(stores);
    const users: ExportedUser[] = [];
    for (let offset = 0; ; offset += pageSize) {
      const { users: page } = await stores.listing.list({ ...wanted, offset, limit: pageSize }, now());
      users.push(...(await withValues(stores, page)));
      if (page.length < pageSize) break;
    }
    const names = { roles, folderPath: folderPathIn(folders) };
    const text = writeUserCsv(users, names, columnsHiddenFrom(actor));
    const fileName = `users-${new Date(now()).toISOString().slice(0, 10)}.csv`;
    actor.note(exportNoted(fileName, users.length, filterOf(wanted, { roles, folders })));
    return {
      fileName,
      mediaType: 'text/csv; charset=utf-8',
      base64: Buffer.from(text).toString('base64'),
    };
  };
