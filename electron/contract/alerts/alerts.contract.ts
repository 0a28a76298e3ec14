import { z } from 'zod';
import { command, query } from '../operation.ts';
import { alertMailObstacleSchema, alertQuerySchema, alertSchema, alertSubscriptionsSchema } from './alert.ts';

const nothing = z.strictObject({});
const subscriptions = z.strictObject({ subscriptions: alertSubscriptionsSchema });
/** `obstacles`: what keeps these mails from arriving. */
const mailed = subscriptions.extend({ obstacles: z.array(alertMailObstacleSchema) });
const user = z.strictObject({ userId: z.uuid() });

export const alertsContract = {
  /** The newest first. Empty lists of severities or components: all of them. */
  listAlerts: query('alerts.view', 'everywhere', false)
    .input(alertQuerySchema)
    .output(z.strictObject({ unread: z.int(), alerts: z.array(alertSchema) })),
  countUnread: query('alerts.view', 'everywhere', false).output(z.strictObject({ unread: z.int() })),
  /** Notes that the caller has read these; null: all there are. */
  markRead: command('alerts.view', null)
    .input(z.strictObject({ ids: z.array(z.int().positive()).min(1).max(1_000).nullable() }))
    .output(z.strictObject({ unread: z.int() })),
  /** What the caller wants by mail. */
  getSubscriptions: query('alerts.view').output(mailed),
  saveSubscriptions: command('alerts.view', { subject: null }).input(subscriptions).output(nothing),
  /** What another user gets by mail. */
  getUserSubscriptions: query('users.view').input(user).output(mailed),
  saveUserSubscriptions: command('users.edit', { subject: 'userId' })
    .input(user.extend(subscriptions.shape))
    .output(nothing),
};
