import { fail } from '../../contract/failures.ts';
import type { AlertService } from '../../services/alerts/alertService.ts';
import type { UserService } from '../../services/users/userService.ts';
import { actorOf } from '../actorOf.ts';
import type { HandlerContext } from '../callContext.ts';
import type { Implementer } from '../implementer.ts';

const readerOf = (context: HandlerContext): string | null => actorOf(context).userId;

/** Answers the operations of `alerts`; failures are those of the service. */
export const createAlertsOperations = (
  os: Implementer,
  alerts: AlertService,
  users: Pick<UserService, 'demandChangeable'>,
) => ({
  listAlerts: os.alerts.listAlerts.handler(({ input, context }) =>
    alerts.listAlerts(input, readerOf(context)),
  ),
  countUnread: os.alerts.countUnread.handler(async ({ context }) => ({
    unread: await alerts.countUnread(readerOf(context)),
  })),
  markRead: os.alerts.markRead.handler(async ({ input, context }) => ({
    unread: await alerts.markRead(input.ids, readerOf(context)),
  })),
  getSubscriptions: os.alerts.getSubscriptions.handler(({ context }) =>
    alerts.getSubscriptions(readerOf(context)),
  ),
  saveSubscriptions: os.alerts.saveSubscriptions.handler(async ({ input, context }) => {
    const reader = readerOf(context);
    if (reader === null) throw fail('NOT_SIGNED_IN', {});
    await alerts.saveSubscriptions(reader, input.subscriptions, context.note);
    return {};
  }),
  getUserSubscriptions: os.alerts.getUserSubscriptions.handler(({ input }) =>
    alerts.getSubscriptions(input.userId),
  ),
  saveUserSubscriptions: os.alerts.saveUserSubscriptions.handler(async ({ input, context }) => {
    await users.demandChangeable(input.userId, actorOf(context));
    await alerts.saveSubscriptions(input.userId, input.subscriptions, context.note);
    return {};
  }),
});
