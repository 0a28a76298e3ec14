import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { SQLInputValue } from 'node:sqlite';
import type { SqliteThread } from './sqliteThread.ts';

/** Kysely leaves it to the dialect which values it takes; a mistake is SQLite's error for that parameter. */
const toParameters = (parameters: readonly unknown[]): readonly SQLInputValue[] =>
  parameters.map((value) => (typeof value === 'boolean' ? Number(value) : (value as SQLInputValue)));

const createConnection = (thread: SqliteThread): DatabaseConnection => ({
  executeQuery: async <Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> => {
    const result = await thread.ask({ kind: 'query', sql, parameters: toParameters(parameters) });
    return { rows: result.rows as Row[], numAffectedRows: BigInt(result.changes) };
  },
  async *streamQuery() {
    throw new Error('Rows are read in pages');
  },
});

/** One after the other: a query of somebody else must not fall into an open transaction. */
const createTurns = () => {
  const waiting: (() => void)[] = [];
  let taken = false;
  return {
    take: async (): Promise<void> => {
      if (taken) await new Promise<void>((resolve) => waiting.push(resolve));
      taken = true;
    },
    leave: (): void => {
      const next = waiting.shift();
      if (next) next();
      else taken = false;
    },
  };
};

const createDriver = (thread: SqliteThread): Driver => {
  const connection = createConnection(thread);
  const turns = createTurns();
  const run = async (sql: string): Promise<void> => {
    await connection.executeQuery(CompiledQuery.raw(sql));
  };
  return {
    init: async () => undefined,
    acquireConnection: async () => {
      await turns.take();
      return connection;
    },
    /** At once as a writer: who reads first and writes later could find that another process wrote in between. */
    beginTransaction: () => run('BEGIN IMMEDIATE'),
    commitTransaction: () => run('COMMIT'),
    rollbackTransaction: () => run('ROLLBACK'),
    releaseConnection: async () => turns.leave(),
    destroy: () => thread.close(),
  };
};

/** Lets Kysely speak to SQLite in a thread of its own. */
export const createThreadDialect = (thread: SqliteThread): Dialect => ({
  createDriver: () => createDriver(thread),
  createQueryCompiler: () => new SqliteQueryCompiler(),
  createAdapter: () => new SqliteAdapter(),
  createIntrospector: (database) => new SqliteIntrospector(database),
});
