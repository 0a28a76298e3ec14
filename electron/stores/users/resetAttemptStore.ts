import type { Kysely } from 'kysely';
import { inOneStep } from '../database/inOneStep.ts';
import type { ResetAttemptRow, Tables } from '../database/tables.ts';
import { type StoredNotice, toNoticeRow } from '../notices/storedNotice.ts';

/** Somebody asks for a code, tries one, or rehearses that. `subject`: the user's id, or a hash of the name that nobody has. */
export type ResetAttempt = Omit<ResetAttemptRow, 'id' | 'isAllowed'>;

/** How many attempts of one step count from `since` on (ms since 1970 UTC): for one subject, from one machine. */
export type ResetLimits = { since: number; perSubject: number; perMachine: number };

/** Counts who asks for codes and who tries them. What is too old to count is forgotten with the next one. */
export type ResetAttemptStore = {
  /** True when no more may come from this machine. It does not look at the subject, so it tells nothing of it. */
  isBusy: (attempt: ResetAttempt, limits: ResetLimits) => Promise<boolean>;
  /** Counts an attempt; false when it is one too many. However many come at once, no more than the limits are allowed. */
  count: (attempt: ResetAttempt, limits: ResetLimits) => Promise<boolean>;
  /**
   * Counts a request and queues the mail for it, in one step; false when it is one too many. The address is read by the statement that queues:
   * for nobody, for somebody inactive, without address or of a directory, and for one too many it runs all the same and
   * finds none, so that the work tells nothing.
   */
  request: (attempt: ResetAttempt, limits: ResetLimits, notice: StoredNotice) => Promise<boolean>;
};

type Query = () => Promise<Kysely<Tables>>;

/** What lies ahead by more than that time counts no more: the clock was put back. */
const earlier = (database: Kysely<Tables>, { step, at }: ResetAttempt, { since }: ResetLimits) =>
  database
    .selectFrom('resetAttempts')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('step', '=', step)
    .where('at', '>', since)
    .where('at', '<', 2 * at - since);

/**
 * Every attempt counts for its machine, but only those that were allowed for their subject: so the limit of a machine
 * does not tell whether two names are the same user, and who asks on and on keeps nobody else out any longer.
 */
const insertIfFew = async (
  database: Kysely<Tables>,
  attempt: ResetAttempt,
  limits: ResetLimits,
): Promise<boolean> => {
  const { step, subject, machine, at } = attempt;
  await database.deleteFrom('resetAttempts').where('at', '<', limits.since).execute();
  const ofSubject = earlier(database, attempt, limits)
    .where('subject', '=', subject)
    .where('isAllowed', '=', 1);
  const ofMachine = earlier(database, attempt, limits).where('machine', '=', machine);
  const inserted = await database
    .insertInto('resetAttempts')
    .columns(['step', 'subject', 'machine', 'at', 'isAllowed'])
    .expression(
      database
        .selectNoFrom((where) => [
          ...[where.val(step).as('step'), where.val(subject).as('subject')],
          ...[where.val(machine).as('machine'), where.val(at).as('at')],
          where(ofSubject, '<', limits.perSubject).as('isAllowed'),
        ])
        .where(ofMachine, '<', limits.perMachine),
    )
    .returning('isAllowed')
    .executeTakeFirst();
  return inserted?.isAllowed === 1;
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
  isBusy: async (attempt, limits) => {
    const machine = earlier(await query(), attempt, limits).where('machine', '=', attempt.machine);
    const { count } = await machine.executeTakeFirstOrThrow();
    return count >= limits.perMachine;
  },

  count: async (attempt, limits) => insertIfFew(await query(), attempt, limits),

  request: async (attempt, limits, notice) =>
    inOneStep(await query(), async (transaction) => {
      const counted = await insertIfFew(transaction, attempt, limits);
      await queueFor(transaction, counted ? attempt.subject : nobody, notice);
      return counted;
    }),
});
