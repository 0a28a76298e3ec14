import { fail } from '../../contract/failures.ts';
import type {
  Alert,
  AlertMailObstacle,
  AlertQuery,
  AlertSubscriptions,
} from '../../contract/alerts/alert.ts';
import type { AlertStore, NewAlert, StoredAlert } from '../../stores/alerts/alertStore.ts';
import type { SubscriptionStore } from '../../stores/alerts/subscriptionStore.ts';
import { type Note, noteNothing } from '../audit/note.ts';
import { valueChanges } from '../audit/valueChanges.ts';
import { createDueMails } from './dueMails.ts';
import { createMailObstacles, type MailObstacleParts } from './mailObstacles.ts';

export type AlertServiceParts = MailObstacleParts & {
  alerts: AlertStore;
  subscriptions: SubscriptionStore;
  /** ms since 1970 UTC. */
  now: () => number;
};

/** Null: the person who started the program, who has read nothing and subscribes to nothing. */
type Reader = string | null;

/** Tells people what happened, and keeps who wants to know it by mail (S08). A new user has no subscription (U17). */
export const createAlertService = (parts: AlertServiceParts) => {
  const { alerts, subscriptions, findUser, isMailEnabled, mayView, now } = parts;
  const mailObstacles = createMailObstacles(parts);
  const countUnread = async (userId: Reader): Promise<number> =>
    userId === null ? 0 : alerts.countUnread(userId);

  return {
    /** The text of `code` is in the locale files; `parameters` are what it names, never a secret. */
    raise: (alert: Omit<NewAlert, 'at'>): Promise<StoredAlert> => alerts.add({ ...alert, at: now() }),

    listAlerts: async (wanted: AlertQuery, userId: Reader): Promise<{ unread: number; alerts: Alert[] }> => ({
      unread: await countUnread(userId),
      alerts: (await alerts.list(wanted, userId)).map(({ at, parameters, ...alert }) => ({
        ...alert,
        at: new Date(at).toISOString(),
        parameters: { ...parameters },
      })),
    }),

    countUnread,

    /** `ids` null: all there are. Gives how many are unread then. */
    markRead: async (ids: readonly number[] | null, userId: Reader): Promise<number> => {
      if (userId !== null) await alerts.markRead(userId, ids);
      return countUnread(userId);
    },

    /** What a user wants by mail, and what keeps it from arriving. */
    getSubscriptions: async (
      userId: Reader,
    ): Promise<{ subscriptions: AlertSubscriptions; obstacles: AlertMailObstacle[] }> =>
      userId === null
        ? { subscriptions: {}, obstacles: [] }
        : { subscriptions: await subscriptions.find(userId), obstacles: await mailObstacles(userId) },

    /** NOT_FOUND. */
    saveSubscriptions: async (
      userId: string,
      wanted: AlertSubscriptions,
      note: Note = noteNothing,
    ): Promise<void> => {
      const user = await findUser(userId);
      if (!user) throw fail('NOT_FOUND', {});
      note({ subject: user.name });
      const start = { newestId: await alerts.newestId(), now: now() };
      const before = await subscriptions.replace(userId, wanted, start);
      note({ changes: valueChanges('subscription', before, wanted) });
    },

    dueMails: createDueMails({ alerts, subscriptions, isMailEnabled, mayView }),
  };
};

export type AlertService = ReturnType<typeof createAlertService>;
