import { randomUUID } from 'node:crypto';
import { createDatabase } from '../../electron/stores/database/createDatabase.ts';

const userRow = (number: number) => {
  const name = `user${String(number).padStart(6, '0')}`;
  const displayName = `User ${number}`;
  const mail = `${name}@corp.example`;
  return {
    ...{ id: randomUUID(), kind: 'localUser' as const, name, nameKey: name, displayName, mail },
    ...{ language: null, isActive: number % 10 === 0 ? 0 : 1, isBuiltIn: 0, mayUseBasicAuthentication: 0 },
    ...{ mustChangePassword: 0, createdAt: number, lastSignInAt: number % 3 === 0 ? null : number },
    ...{ searchText: `${name} ${displayName.toLowerCase()} ${mail}`, revision: 1 },
  };
};

/** Gives what fills the database of a data folder with this many local users, `user000001` and on; every tenth is inactive. */
export const manyUsers =
  (count: number) =>
  async (directory: string): Promise<void> => {
    const database = createDatabase({ directory, now: () => new Date() });
    const rowsAtOnce = 500;
    try {
      await (await database.query()).transaction().execute(async (transaction) => {
        for (let first = 1; first <= count; first += rowsAtOnce) {
          const length = Math.min(rowsAtOnce, count - first + 1);
          const rows = Array.from({ length }, (_, at) => userRow(first + at));
          await transaction.insertInto('users').values(rows).execute();
        }
      });
    } finally {
      await database.close();
    }
  };
