import type { Kysely } from 'kysely';
import { inOneStep } from '../database/inOneStep.ts';
import type { ResetAttemptRow, Tables } from '../database/tables.ts';
import { type StoredNotice, toNoticeRow } from '../notices/storedNotice.ts';

/** Somebody asks for a code, tries one, or rehearses that. `subject`: the user's id, or what stands for nobody. */
export type ResetAttempt = Omit<ResetAttemptRow, 'id' | 'isAllowed'>;

/** How many attempts of one step count from `since` on (ms since 1970 UTC): for one subject, from one machine. */
export type ResetLimits = { since: number; perSubject: number; perMachine: number };

/** Counts who asks for codes and who tries them. What is too old to count is forgotten with the next one. */
export type ResetAttemptStore = {
  /** Counts an attempt; false when it is one too many. However many come at once, no more than the limits are allowed. */
  count: (attempt: ResetAttempt, limits: ResetLimits) => Promise<boolean>;
  /**
   * Counts a request and queues the mail for it, in one step; false when it is one too many. The address is read by the
   * statement that queues: for nobody, for somebody inactive, without address or of a directory, and for one too many it
   * runs all the same and finds none, so that the work tells nothing.
   */
  request: (attempt: ResetAttempt, limits: ResetLimits, notice: StoredNotice) => Promise<boolean>;
};

type Query = () => Promise<Kysely<Tables>>;

/** Those that were allowed. What lies ahead by more than that time counts no more: the clock was put back. */
const earlier = (database: Kysely<Tables>, { step, at }: ResetAttempt, { since }: ResetLimits) =>
  database
    .selectFrom('resetAttempts')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('step', '=', step)
    .where('isAllowed', '=', 1)
    .where('at', '>', since)
    .where('at', '<', 2 * at - since);

/**
 * Only what was allowed counts, so who asks on and on keeps nobody else out. What was not is written all the same, and
 * forgotten with the next one: the work tells nothing.
 */
const insertCounted = async (
  database: Kysely<Tables>,
  attempt: ResetAttempt,
  limits: ResetLimits,
): Promise<boolean> => {
  const { step, subject, machine, at } = attempt;
  await database
    .deleteFrom('resetAttempts')
    .where((where) => where.or([where('at', '<', limits.since), where('isAllowed', '=', 0)]))
    .execute();
  const ofSubject = earlier(database, attempt, limits).where('subject', '=', subject);
  const ofMachine = earlier(database, attempt, limits).where('machine', '=', machine);
  const inserted = await database
    .insertInto('resetAttempts')
    .columns(['step', 'subject', 'machine', 'at', 'isAllowed'])
    .expression(
      database.selectNoFrom((where) => [
        ...[where.val(step).as('step'), where.val(subject).as('subject')],
        ...[where.val(machine).as('machine'), where.val(at).as('at')],
        where
          .and([where(ofSubject, '<', limits.perSubject), where(ofMachine, '<', limits.perMachine)])
          .as('isAllowed'),
      ]),
    )
    .returning('isAllowed')
    .executeTakeFirstOrThrow();
  return inserted.isAllowed === 1;
};

const queueFor = async (database: Kysely<Tables>, userId: string, notice: StoredNotice): Promise<void> => {
  const { id, kind, userId: _, toAddress, language, ...rest } = toNoticeRow(notice);
  await database
    .insertInto('notices')
    .columns([
      ...([
        'id',
        'kind',
        'userId',
        'toAddress',
        'language',
        'details',
        'createdAt',
        'nextAttemptAt',
      ] as const),
      ...(['expiresAt', 'attempts', 'state', 'refusedProfile', 'lastResult', 'messageId'] as const),
    ])
    .expression(({ selectFrom }) =>
      selectFrom('users')
        .select(({ val, fn }) => [
          ...[val(id).as('newId'), val(kind).as('kind'), 'users.id' as const],
          ...[fn.coalesce('users.mail', val(toAddress)).as('toAddress')],
          ...[fn.coalesce('users.language', val(language)).as('language'), val(rest.details).as('details')],
          ...[val(rest.createdAt).as('createdAt'), val(rest.nextAttemptAt).as('nextAttemptAt')],
          ...[val(rest.expiresAt).as('expiresAt'), val(rest.attempts).as('attempts')],
          ...[val(rest.state).as('state'), val(rest.refusedProfile).as('refusedProfile')],
          ...[val(rest.lastResult).as('lastResult'), val(rest.messageId).as('messageId')],
        ])
        .where('id', '=', userId)
        .where('isActive', '=', 1)
        .where('kind', '=', 'localUser')
        .where('mail', 'is not', null),
    )
    .execute();
};

/** Nobody's id. */
const nobody = '';

/** Attempts in the table of that name. */
export const createResetAttemptStore = (query: Query): ResetAttemptStore => ({
  count: async (attempt, limits) => insertCounted(await query(), attempt, limits),

  request: async (attempt, limits, notice) =>
    inOneStep(await query(), async (transaction) => {
      const counted = await insertCounted(transaction, attempt, limits);
      await queueFor(transaction, counted ? attempt.subject : nobody, notice);
      return counted;
    }),
});
