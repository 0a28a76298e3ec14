import type { AlertRhythm } from '../../contract/alerts/alert.ts';
import { dayMs } from '../../contract/dayMs.ts';
import { isEmailAddress } from '../../contract/mail/address.ts';
import type { AlertStore, StoredAlert } from '../../stores/alerts/alertStore.ts';
import type { Subscriber, SubscriptionStore } from '../../stores/alerts/subscriptionStore.ts';

/** One mail to one user. */
export type DueMail = {
  userId: string;
  address: string;
  /** Null: that of the console. */
  language: string | null;
  /** The oldest first. */
  alerts: readonly StoredAlert[];
  /** To be called when the mail is in the outbox: its alerts are not due again. */
  noteMailed: () => Promise<void>;
};

export type DueMailsParts = {
  alerts: Pick<AlertStore, 'listNew'>;
  subscriptions: Pick<SubscriptionStore, 'listSubscribers' | 'noteMailed'>;
  /** *Enable email alerts* (M03). */
  isMailEnabled: () => Promise<boolean>;
  /** True when a user holds the right alerts.view everywhere. */
  mayView: (userId: string) => Promise<boolean>;
};

const rhythmMs: Readonly<Record<AlertRhythm, number>> = {
  atOnce: 0,
  everyTenMinutes: 600_000,
  daily: dayMs,
};

/** How many alerts of one severity a mail tells; more are due with the next one. */
const alertsInOneMail = 100;

/** What lies ahead by more than a pause counts as over: the clock was put back. */
const isDue = ({ rhythm, mailedAt }: Subscriber, now: number): boolean =>
  Math.abs(now - mailedAt) >= rhythmMs[rhythm];

/** What is older, in ms, is not mailed any more: mail was off, or nobody could send it. */
const toldLatestMs = 172_800_000;

/** A mail about alert mail that failed would be the next one to fail. */
const neverMailed = 'alertMailFailed';

/** Alerts that are due for a user, by the severity that they were subscribed with. */
type Due = { subscriber: Subscriber; alerts: readonly StoredAlert[] };

/**
 * Says who gets which alerts by mail now: active users with a valid address and the right alerts.view, and nobody while
 * *Enable email alerts* is off (M03, S08). A user gets one mail, however many severities are due.
 */
export const createDueMails = ({ alerts, subscriptions, isMailEnabled, mayView }: DueMailsParts) => {
  const dueFor = async (subscriber: Subscriber, now: number): Promise<Due> => {
    const { mailedUntil: after, severity } = subscriber;
    const wanted = { severity, after, since: now - toldLatestMs, except: neverMailed } as const;
    return { subscriber, alerts: await alerts.listNew(wanted, alertsInOneMail) };
  };

  const note = async (userId: string, due: readonly Due[], at: number): Promise<void> => {
    for (const { subscriber, alerts: told } of due) {
      const until = told.at(-1)?.id ?? subscriber.mailedUntil;
      await subscriptions.noteMailed(userId, [subscriber.severity], { until, at });
    }
  };

  const toMail = async (wanted: readonly Subscriber[], now: number): Promise<DueMail | null> => {
    const [first] = wanted;
    if (!first || !isEmailAddress(first.mail) || !(await mayView(first.userId))) return null;
    const looked = await Promise.all(wanted.map((subscriber) => dueFor(subscriber, now)));
    const due = looked.filter(({ alerts: found }) => found.length > 0);
    const told = due.flatMap(({ alerts: found }) => found);
    if (told.length === 0) return null;
    return {
      ...{ userId: first.userId, address: first.mail, language: first.language },
      alerts: told.toSorted((one, other) => one.id - other.id),
      noteMailed: () => note(first.userId, due, now),
    };
  };

  /** `now`: ms since 1970 UTC. */
  return async (now: number): Promise<DueMail[]> => {
    if (!(await isMailEnabled())) return [];
    const due = (await subscriptions.listSubscribers()).filter((subscriber) => isDue(subscriber, now));
    const mails: DueMail[] = [];
    for (const wanted of Map.groupBy(due, ({ userId }) => userId).values()) {
      const mail = await toMail(wanted, now);
      if (mail) mails.push(mail);
    }
    return mails;
  };
};
