import type { Kysely } from 'kysely';
import type { NoticeQuery } from '../../contract/notices/notice.ts';
import type { Tables } from '../database/tables.ts';
import { createNoticeSending, type NoticeSending } from './noticeSending.ts';
import { type StoredNotice, toNotice, toNoticeRow, toResultText } from './storedNotice.ts';

/** Mails of the program: those that wait, and what became of the others. Moments in ms since 1970 UTC. */
export type NoticeStore = NoticeSending & {
  add: (notice: StoredNotice) => Promise<void>;
  /** Null: there is none. */
  find: (id: string) => Promise<StoredNotice | null>;
  list: (wanted: NoticeQuery) => Promise<{ total: number; notices: StoredNotice[] }>;
  /**
   * Makes a notice due that is not being sent, and everything that a refused sign-in stopped. False: there is none that
   * could be sent again; a rehearsal is begun anew instead.
   */
  resend: (id: string, now: number, expiresAt: number) => Promise<boolean>;
  /** False: it does not wait. */
  cancel: (id: string) => Promise<boolean>;
  /** Forgets what ended and was made before. */
  forget: (before: number) => Promise<void>;
};

type Query = () => Promise<Kysely<Tables>>;

const matching = (database: Kysely<Tables>, { kind, state, userId }: NoticeQuery) => {
  let notices = database.selectFrom('notices');
  if (kind !== null) notices = notices.where('kind', '=', kind);
  if (state !== null) notices = notices.where('state', '=', state);
  if (userId !== null) notices = notices.where('userId', '=', userId);
  return notices;
};

const createListing = (query: Query): Pick<NoticeStore, 'find' | 'list'> => ({
  find: async (id) => {
    const row = await (
      await query()
    )
      .selectFrom('notices')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row ? toNotice(row) : null;
  },

  list: async (wanted) => {
    const database = await query();
    const { total } = await matching(database, wanted)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await matching(database, wanted)
      .selectAll()
      .orderBy('createdAt', 'desc')
      .orderBy('id', 'desc')
      .limit(wanted.limit)
      .offset(wanted.offset)
      .execute();
    return { total, notices: rows.map(toNotice) };
  },
});

const createDeciding = (query: Query): Pick<NoticeStore, 'resend' | 'cancel'> => ({
  resend: async (id, now, expiresAt) => {
    const database = await query();
    const { numUpdatedRows } = await database
      .updateTable('notices')
      .set({ state: 'waiting', nextAttemptAt: now, expiresAt, refusedProfile: null })
      .where('id', '=', id)
      .where('state', '!=', 'sending')
      .where('kind', '!=', 'rehearsal')
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    const stopped = database.updateTable('notices').where('refusedProfile', 'is not', null);
    await stopped.set({ refusedProfile: null }).execute();
    return true;
  },

  cancel: async (id) => {
    const { numUpdatedRows } = await (
      await query()
    )
      .updateTable('notices')
      .set({ state: 'failed', refusedProfile: null, lastResult: toResultText({ outcome: 'cancelled' }) })
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  },
});

/** Notices in the table of that name. */
export const createNoticeStore = (query: Query): NoticeStore => ({
  ...createNoticeSending(query),
  ...createListing(query),
  ...createDeciding(query),

  add: async (notice) => {
    await (await query()).insertInto('notices').values(toNoticeRow(notice)).execute();
  },

  forget: async (before) => {
    await (
      await query()
    )
      .deleteFrom('notices')
      .where('state', 'in', ['delivered', 'failed', 'expired'])
      .where('createdAt', '<', before)
      .execute();
  },
});
