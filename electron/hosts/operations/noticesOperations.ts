import type { NoticeQueue } from '../../services/notices/noticeQueue.ts';
import type { ResetRehearsal } from '../../services/notices/resetRehearsal.ts';
import type { UnreachableUserListing } from '../../stores/users/unreachableUsers.ts';
import type { Implementer } from '../implementer.ts';
import { signalOf } from '../signalOf.ts';

export type NoticeServices = {
  queue: Pick<NoticeQueue, 'list' | 'resend' | 'cancel'>;
  rehearse: ResetRehearsal;
  unreachableUsers: UnreachableUserListing;
  /** Says that a mail may be waiting. */
  wake: () => void;
  /** The name of this machine: all doors are on it. */
  machine: string;
};

/** Nobody reads more of them one by one. */
const unreachableUsersShown = 100;

/** Answers the operations of `notices`; failures are those of the services. */
export const createNoticesOperations = (
  os: Implementer,
  { queue, rehearse, unreachableUsers, wake, machine }: NoticeServices,
) => ({
  listNotices: os.notices.listNotices.handler(({ input }) => queue.list(input)),
  resendNotice: os.notices.resendNotice.handler(async ({ input, context }) => {
    await queue.resend(input.id, context.note);
    wake();
    return {};
  }),
  cancelNotice: os.notices.cancelNotice.handler(async ({ input, context }) => {
    await queue.cancel(input.id, context.note);
    return {};
  }),
  rehearseReset: os.notices.rehearseReset.handler(({ input, context, signal }) =>
    rehearse({ ...input, by: context.user, machine, note: context.note }, signalOf(signal)),
  ),
  listUnreachableUsers: os.notices.listUnreachableUsers.handler(() =>
    unreachableUsers.list(unreachableUsersShown),
  ),
});
