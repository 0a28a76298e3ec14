import type { ImportFault } from '../../../contract/users/userImport.ts';
import { importLimits } from '../../../contract/users/userImport.ts';
import type { KnownRole } from '../../../stores/users/roleReading.ts';
import type { StoredUser } from '../../../stores/users/userStore.ts';
import { joinNames } from './nameList.ts';
import { type CsvRecord, readCsv } from './readCsv.ts';
import { writeCsv } from './writeCsv.ts';

/** Columns that an import takes. */
export const importedColumns = [
  'userName',
  'displayName',
  'mail',
  'language',
  'isActive',
  'mayUseBasicAuthentication',
  'roles',
] as const;
export type ImportedColumn = (typeof importedColumns)[number];

/** Columns of an export that say what is so: an import passes over them. */
const toldColumns = ['kind', 'rolesInFolders', 'lockedUntil', 'lastSignInAt', 'createdAt'] as const;
type ToldColumn = (typeof toldColumns)[number];

/** Columns that tell of roles. */
export type RoleColumn = 'roles' | 'rolesInFolders';

/** What an export tells of a user. */
export type ExportedUser = StoredUser & { lockedUntil: number | null };

type Names = { roles: ReadonlyMap<string, KnownRole>; folderPath: (folderId: string) => string };

const nameOf = (roleId: string, roles: Names['roles']): string => roles.get(roleId)?.name ?? '';

const moment = (at: number | null): string => (at === null ? '' : new Date(at).toISOString());

type Cell = (user: ExportedUser) => string;

const rolesEverywhere =
  ({ roles }: Names): Cell =>
  ({ grants }) =>
    joinNames(grants.filter(({ folderId }) => folderId === null).map(({ roleId }) => nameOf(roleId, roles)));

const rolesInFolders =
  ({ roles, folderPath }: Names): Cell =>
  ({ grants }) =>
    joinNames(
      grants.flatMap(({ roleId, folderId }) =>
        folderId === null ? [] : [`${nameOf(roleId, roles)} @ ${folderPath(folderId)}`],
      ),
    );

const columnsFor = (names: Names): Record<ImportedColumn | ToldColumn, Cell> => ({
  userName: ({ name }) => name,
  displayName: ({ displayName }) => displayName,
  mail: ({ mail }) => mail ?? '',
  language: ({ language }) => language ?? '',
  isActive: ({ isActive }) => String(isActive),
  mayUseBasicAuthentication: ({ mayUseBasicAuthentication }) => String(mayUseBasicAuthentication),
  roles: rolesEverywhere(names),
  kind: ({ kind }) => kind,
  rolesInFolders: rolesInFolders(names),
  lockedUntil: ({ lockedUntil }) => moment(lockedUntil),
  lastSignInAt: ({ lastSignInAt }) => moment(lastSignInAt),
  createdAt: ({ createdAt }) => moment(createdAt),
});

/**
 * Users as CSV; moments in ISO 8601, UTC. Roles that are held everywhere can be imported again. Without `leftOut`.
 */
export const writeUserCsv = (
  users: readonly ExportedUser[],
  names: Names,
  leftOut: readonly RoleColumn[],
): string => {
  const cells = columnsFor(names);
  const columns = [...importedColumns, ...toldColumns].filter(
    (column) => !leftOut.some((out) => out === column),
  );
  return writeCsv(
    columns,
    users.map((user) => columns.map((column) => cells[column](user))),
  );
};

/** One line of an import; a column that the file has not, or that only tells, is missing. */
export type UserCsvRow = { line: number; cells: ReadonlyMap<ImportedColumn, string> };

export type UserCsvReading = { faults: readonly ImportFault[]; rows: readonly UserCsvRow[] };

type Column = ImportedColumn | null;

const isImported = (name: string): name is ImportedColumn => importedColumns.some((known) => known === name);
const isTold = (name: string): boolean => toldColumns.some((known) => known === name);

const headerFault = (name: string, at: number, header: readonly string[]): ImportFault[] => {
  const fault = (code: string): ImportFault[] => [{ line: 1, column: name, code, parameters: {} }];
  if (name.toLowerCase() === 'password') return fault('csvNoPasswords');
  if (!isImported(name) && !isTold(name)) return fault('csvUnknownColumn');
  return header.indexOf(name) === at ? [] : fault('csvDoubleColumn');
};

const headerFaults = (header: readonly string[]): ImportFault[] => {
  const faults = header.flatMap(headerFault);
  const missing = { line: 1, column: 'userName', code: 'csvMissingColumn', parameters: {} };
  return header.includes('userName') ? faults : [...faults, missing];
};

const toRow = ({ line, cells }: CsvRecord, columns: readonly Column[]): UserCsvRow => {
  const pairs = columns.flatMap((column, at) => (column ? [[column, cells[at] ?? ''] as const] : []));
  return { line, cells: new Map(pairs) };
};

/** Reads a file of users as far as its form goes: whether its values can be used is not asked. */
export const readUserCsv = (content: Uint8Array): UserCsvReading => {
  const reading = readCsv(content, importLimits);
  if ('fault' in reading) return { faults: [{ ...reading.fault, column: null }], rows: [] };
  const { header, rows } = reading;
  const faults = headerFaults(header);
  if (faults.length > 0) return { faults, rows: [] };
  const columns = header.map((name): Column => (isImported(name) ? name : null));
  const parameters = { expected: header.length };
  const uneven = rows
    .filter(({ cells }) => cells.length !== header.length)
    .map(({ line }) => ({ line, column: null, code: 'csvCellCount', parameters }));
  return { faults: uneven, rows: uneven.length > 0 ? [] : rows.map((row) => toRow(row, columns)) };
};
