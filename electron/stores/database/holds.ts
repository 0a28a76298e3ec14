import { type RawBuilder, sql } from 'kysely';

const escaped = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** A condition: the column of this name holds `text`; ASCII letters fit in either case, and no sign is a wildcard. */
export const holds = (column: string, text: string): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} LIKE ${`%${escaped(text)}%`} ESCAPE '\\'`;
