import { z } from 'zod';
import { userColumns as sortedColumns } from '../../../electron/contract/users/user.ts';

/** What the table can show of a user besides the name, in this order, with the width of each as a CSS grid track. */
const tracks = {
  displayName: 'minmax(120px, 2fr)',
  mail: 'minmax(140px, 2fr)',
  kind: 'minmax(172px, 1fr)',
  state: 'minmax(140px, 1fr)',
  roles: 'minmax(150px, 3fr)',
  lastSignInAt: 'minmax(155px, 1fr)',
} as const;

export type UserColumn = keyof typeof tracks;

export const userColumns: readonly UserColumn[] = [
  'displayName',
  'mail',
  'kind',
  'state',
  'roles',
  'lastSignInAt',
];

const usualColumns: readonly UserColumn[] = ['displayName', 'kind', 'state', 'roles', 'lastSignInAt'];

/** The tracks of a row that shows these columns: the box that selects, the name, and them. */
export const tracksOf = (shown: readonly UserColumn[]): string =>
  ['40px', 'minmax(190px, 3fr)', ...shown.map((column) => tracks[column])].join(' ');

/** By which column the program can sort the users, when it can by this one. */
export const sortOf = (column: UserColumn | 'name') => sortedColumns.find((sorted) => sorted === column);

const storedSchema = z.array(z.enum(userColumns));

/** The columns that were chosen in this browser; the usual ones when none were, or what is stored is not ours. */
export const readColumns = (stored: string | null): readonly UserColumn[] => {
  try {
    return storedSchema.parse(JSON.parse(stored ?? ''));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return usualColumns;
    throw error;
  }
};

/** `shown` with this column or without it, in the order of all. */
export const withColumn = (shown: readonly UserColumn[], column: UserColumn): UserColumn[] =>
  userColumns.filter((known) => (known === column) !== shown.includes(known));

/** Those of the columns that fit beside an open user, which shows the others itself. */
export const besideUser = (shown: readonly UserColumn[]): UserColumn[] =>
  shown.filter((column) => column === 'displayName' || column === 'state');
