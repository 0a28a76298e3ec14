import type { Kysely } from 'kysely';
import {
  alertRhythms,
  type AlertRhythm,
  alertSeverities,
  type AlertSeverity,
  type AlertSubscriptions,
} from '../../contract/alerts/alert.ts';
import { inOneStep } from '../database/inOneStep.ts';
import type { Tables } from '../database/tables.ts';

/** What somebody active wants by mail. `mailedUntil`: an alert's id; `mailedAt`: ms since 1970 UTC. */
export type Subscriber = {
  userId: string;
  mail: string;
  language: string | null;
  severity: AlertSeverity;
  rhythm: AlertRhythm;
  mailedUntil: number;
  mailedAt: number;
};

export type SubscriptionStore = {
  find: (userId: string) => Promise<AlertSubscriptions>;
  /**
   * Replaces what a user wants, and gives what that was before. Only what comes after `newestId` is mailed for a severity that is new; `now` begins its
   * first ten minutes or day.
   */
  replace: (
    userId: string,
    wanted: AlertSubscriptions,
    start: { newestId: number; now: number },
  ) => Promise<AlertSubscriptions>;
  /** Of users who are active and have an address. */
  listSubscribers: () => Promise<Subscriber[]>;
  /** Notes that the alerts up to this one are in the outbox. */
  noteMailed: (
    userId: string,
    severities: readonly AlertSeverity[],
    mailed: { until: number; at: number },
  ) => Promise<void>;
};

type Query = () => Promise<Kysely<Tables>>;

const toSeverity = (stored: string): AlertSeverity | null =>
  alertSeverities.find((known) => known === stored) ?? null;
const toRhythm = (stored: string): AlertRhythm => alertRhythms.find((known) => known === stored) ?? 'daily';

const readWanted = async (reader: Kysely<Tables>, userId: string): Promise<AlertSubscriptions> => {
  const rows = await reader
    .selectFrom('alertSubscriptions')
    .selectAll()
    .where('userId', '=', userId)
    .execute();
  const wanted: AlertSubscriptions = {};
  for (const { severity, rhythm } of rows) {
    const known = toSeverity(severity);
    if (known) wanted[known] = toRhythm(rhythm);
  }
  return wanted;
};

const createReplace =
  (query: Query): SubscriptionStore['replace'] =>
  async (userId, wanted, { newestId, now }) =>
    inOneStep(await query(), async (transaction) => {
      const before = await readWanted(transaction, userId);
      const chosen = alertSeverities.flatMap((severity) => {
        const rhythm = wanted[severity];
        return rhythm ? [{ userId, severity, rhythm, mailedUntil: newestId, mailedAt: now }] : [];
      });
      await transaction
        .deleteFrom('alertSubscriptions')
        .where('userId', '=', userId)
        .where(
          'severity',
          'not in',
          chosen.map(({ severity }) => severity),
        )
        .execute();
      for (const row of chosen)
        await transaction
          .insertInto('alertSubscriptions')
          .values(row)
          .onConflict((conflict) =>
            conflict.columns(['userId', 'severity']).doUpdateSet({ rhythm: row.rhythm }),
          )
          .execute();
      return before;
    });

/** Who wants which alerts by mail, in the table of subscriptions. */
export const createSubscriptionStore = (query: Query): SubscriptionStore => ({
  replace: createReplace(query),

  find: async (userId) => readWanted(await query(), userId),

  listSubscribers: async () => {
    const rows = await (
      await query()
    )
      .selectFrom('alertSubscriptions')
      .innerJoin('users', 'users.id', 'alertSubscriptions.userId')
      .selectAll('alertSubscriptions')
      .select(['users.mail', 'users.language'])
      .where('users.isActive', '=', 1)
      .where('users.mail', 'is not', null)
      .where('users.kind', '!=', 'directoryGroup')
      .orderBy('users.nameKey')
      .execute();
    return rows.flatMap(({ severity, rhythm, mail, ...row }) => {
      const known = toSeverity(severity);
      return known && mail !== null ? [{ ...row, mail, severity: known, rhythm: toRhythm(rhythm) }] : [];
    });
  },

  noteMailed: async (userId, severities, { until, at }) => {
    await (
      await query()
    )
      .updateTable('alertSubscriptions')
      .set({ mailedUntil: until, mailedAt: at })
      .where('userId', '=', userId)
      .where('severity', 'in', severities)
      .execute();
  },
});
