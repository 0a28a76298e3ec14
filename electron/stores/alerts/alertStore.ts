import type { Kysely } from 'kysely';
import type { AlertCode, AlertComponent, AlertQuery, AlertSeverity } from '../../contract/alerts/alert.ts';
import { alertCodes, alertComponents, alertSeverities } from '../../contract/alerts/alert.ts';
import { inParts } from '../database/inParts.ts';
import type { AlertRow, Tables } from '../database/tables.ts';

/** What happened, as data; `at`: ms since 1970 UTC. */
export type NewAlert = {
  at: number;
  severity: AlertSeverity;
  component: AlertComponent;
  code: AlertCode;
  parameters: Readonly<Record<string, string | number>>;
};

export type StoredAlert = NewAlert & { id: number };

/** `since`: ms since 1970 UTC; `except`: not those of this code. */
export type NewAlertQuery = { severity: AlertSeverity; after: number; since: number; except: AlertCode };

export type AlertStore = {
  add: (alert: NewAlert) => Promise<StoredAlert>;
  /** The newest first, each with whether this user has read it. */
  list: (wanted: AlertQuery, userId: string | null) => Promise<(StoredAlert & { isRead: boolean })[]>;
  countUnread: (userId: string) => Promise<number>;
  /** Null: all there are. */
  markRead: (userId: string, ids: readonly number[] | null) => Promise<void>;
  /** Alerts of a severity that came after the id `after`, the oldest first. */
  listNew: (wanted: NewAlertQuery, limit: number) => Promise<StoredAlert[]>;
  /** Those of these ids that there are, the oldest first. */
  find: (ids: readonly number[]) => Promise<StoredAlert[]>;
  /** The newest alert of a code; null: there is none. */
  findLast: (code: AlertCode) => Promise<StoredAlert | null>;
  /** The id of the newest alert; 0: there is none. */
  newestId: () => Promise<number>;
  /** Forgets alerts of before this moment. */
  dropBefore: (before: number) => Promise<void>;
};

type Query = () => Promise<Kysely<Tables>>;
type StoredRow = Omit<AlertRow, 'id'> & { id: number };

/** What a newer program wrote and this one does not know is left out. */
const known = <Value extends string>(values: readonly Value[], stored: string): Value | null =>
  values.find((value) => value === stored) ?? null;

const toAlert = ({ id, at, parameters, ...row }: StoredRow): StoredAlert | null => {
  const severity = known(alertSeverities, row.severity);
  const component = known(alertComponents, row.component);
  const code = known(alertCodes, row.code);
  if (severity === null || component === null || code === null) return null;
  return { id, at, severity, component, code, parameters: JSON.parse(parameters) as NewAlert['parameters'] };
};

const createListing = (query: Query): Pick<AlertStore, 'list'> => ({
  list: async ({ severities, components, isUnreadOnly, below, limit }, userId) => {
    let wanted = (await query())
      .selectFrom('alerts')
      .leftJoin('alertReads', (join) =>
        join.onRef('alertReads.alertId', '=', 'alerts.id').on('alertReads.userId', '=', userId ?? ''),
      )
      .selectAll('alerts')
      .select('alertReads.userId as reader')
      .orderBy('alerts.id', 'desc')
      .limit(limit);
    if (severities.length > 0) wanted = wanted.where('severity', 'in', severities);
    if (components.length > 0) wanted = wanted.where('component', 'in', components);
    if (isUnreadOnly) wanted = wanted.where('alertReads.userId', 'is', null);
    if (below !== null) wanted = wanted.where('alerts.id', '<', below);
    return (await wanted.execute()).flatMap(({ reader, ...row }) => {
      const alert = toAlert(row);
      return alert ? [{ ...alert, isRead: reader !== null }] : [];
    });
  },
});

const createNews = (query: Query): Pick<AlertStore, 'listNew' | 'find' | 'findLast' | 'newestId'> => ({
  listNew: async ({ severity, after, since, except }, limit) => {
    const rows = await (
      await query()
    )
      .selectFrom('alerts')
      .selectAll()
      .where('id', '>', after)
      .where('severity', '=', severity)
      .where('at', '>=', since)
      .where('code', '!=', except)
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map(toAlert).filter((alert) => alert !== null);
  },

  find: async (ids) => {
    const database = await query();
    const found: StoredAlert[] = [];
    for (const part of inParts(ids)) {
      const rows = await database.selectFrom('alerts').selectAll().where('id', 'in', part).execute();
      found.push(...rows.map(toAlert).filter((alert) => alert !== null));
    }
    return found.toSorted((one, other) => one.id - other.id);
  },

  findLast: async (code) => {
    const row = await (
      await query()
    )
      .selectFrom('alerts')
      .selectAll()
      .where('code', '=', code)
      .orderBy('id', 'desc')
      .executeTakeFirst();
    return row ? toAlert(row) : null;
  },

  newestId: async () => {
    const { newest } = await (
      await query()
    )
      .selectFrom('alerts')
      .select(({ fn }) => fn.max('id').as('newest'))
      .executeTakeFirstOrThrow();
    return newest ?? 0;
  },
});

const createReads = (query: Query): Pick<AlertStore, 'countUnread' | 'markRead'> => ({
  countUnread: async (userId) => {
    const database = await query();
    const count = (table: 'alerts' | 'alertReads') =>
      database.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('count'));
    const all = await count('alerts').executeTakeFirstOrThrow();
    const read = await database
      .selectFrom('alertReads')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('userId', '=', userId)
      .executeTakeFirstOrThrow();
    return all.count - read.count;
  },

  markRead: async (userId, ids) => {
    const database = await query();
    const mark = (part: readonly number[] | null) =>
      database
        .insertInto('alertReads')
        .columns(['alertId', 'userId'])
        .expression((from) => {
          const read = from
            .selectFrom('alerts')
            .select((select) => ['alerts.id', select.val(userId).as('userId')]);
          return part === null ? read.where('alerts.id', '>', 0) : read.where('alerts.id', 'in', part);
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    if (ids === null) await mark(null);
    else for (const part of inParts(ids)) await mark(part);
  },
});

/** Alerts and who has read them, in the tables of these names. */
export const createAlertStore = (query: Query): AlertStore => ({
  ...createListing(query),
  ...createNews(query),
  ...createReads(query),

  add: async (alert) => {
    const { id } = await (
      await query()
    )
      .insertInto('alerts')
      .values({ ...alert, parameters: JSON.stringify(alert.parameters) })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { ...alert, id };
  },

  dropBefore: async (before) => {
    await (await query()).deleteFrom('alerts').where('at', '<', before).execute();
  },
});
