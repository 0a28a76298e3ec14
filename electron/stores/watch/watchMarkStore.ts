import type { Kysely } from 'kysely';
import { z } from 'zod';
import {
  type WatchedKind,
  watchedKindSchema,
  type WatchState,
  watchStateSchema,
} from '../../contract/watch/watch.ts';
import { inParts } from '../database/inParts.ts';
import type { Tables, WatchMarkRow } from '../database/tables.ts';

/** What the watch saw last of a thing, and what it has told of it; moments in ms since 1970 UTC. */
export type WatchMark = Omit<
  WatchMarkRow,
  'kind' | 'state' | 'profiles' | 'isSilenceTold' | 'isShortLived' | 'revision'
> & {
  kind: WatchedKind;
  state: WatchState;
  profiles: readonly string[];
  isSilenceTold: boolean;
  isShortLived: boolean;
};

export type StoredMark = WatchMark & { revision: number };

export type WatchMarkStore = {
  list: () => Promise<StoredMark[]>;
  /**
   * Puts a mark in the place of the one that was read; `before` null: there was none. False: another program has put
   * one there meanwhile, and has told what there was to tell.
   */
  replace: (mark: WatchMark, before: StoredMark | null) => Promise<boolean>;
  remove: (keys: readonly string[]) => Promise<void>;
};

const namesSchema = z.array(z.string());

/** What a newer program wrote and this one does not know is left out. */
const toMark = (row: WatchMarkRow): StoredMark | null => {
  const kind = watchedKindSchema.safeParse(row.kind);
  const state = watchStateSchema.safeParse(row.state);
  if (!kind.success || !state.success) return null;
  const profiles = namesSchema.parse(JSON.parse(row.profiles));
  return {
    ...{ ...row, kind: kind.data, state: state.data, profiles },
    ...{ isSilenceTold: row.isSilenceTold === 1, isShortLived: row.isShortLived === 1 },
  };
};

const toRow = (mark: WatchMark, revision: number): WatchMarkRow => ({
  ...mark,
  profiles: JSON.stringify(mark.profiles),
  isSilenceTold: mark.isSilenceTold ? 1 : 0,
  isShortLived: mark.isShortLived ? 1 : 0,
  revision,
});

const insert = async (database: Kysely<Tables>, mark: WatchMark): Promise<boolean> => {
  const { numInsertedOrUpdatedRows: inserted } = await database
    .insertInto('watchMarks')
    .values(toRow(mark, 1))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return inserted === 1n;
};

const update = async (database: Kysely<Tables>, mark: WatchMark, revision: number): Promise<boolean> => {
  const { numUpdatedRows: updated } = await database
    .updateTable('watchMarks')
    .set(toRow(mark, revision + 1))
    .where('key', '=', mark.key)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow();
  return updated === 1n;
};

/** The marks of the watch, in the table of that name. */
export const createWatchMarkStore = (query: () => Promise<Kysely<Tables>>): WatchMarkStore => ({
  list: async () => {
    const rows = await (await query()).selectFrom('watchMarks').selectAll().orderBy('key').execute();
    return rows.map(toMark).filter((mark) => mark !== null);
  },

  replace: async (mark, before) => {
    const database = await query();
    return before === null ? insert(database, mark) : update(database, mark, before.revision);
  },

  remove: async (keys) => {
    const database = await query();
    for (const part of inParts(keys))
      await database.deleteFrom('watchMarks').where('key', 'in', part).execute();
  },
});
