import type { UserService } from '../../services/users/userService.ts';
import { actorOf } from '../actorOf.ts';
import type { Implementer } from '../implementer.ts';

/** Answers the operations of `users`; failures are those of the service. */
export const createUsersOperations = (os: Implementer, users: UserService) => ({
  listUsers: os.users.listUsers.handler(({ input }) => users.listUsers(input)),
  getUser: os.users.getUser.handler(({ input, context }) => users.getUser(input.id, actorOf(context))),
  createUser: os.users.createUser.handler(({ input, context }) => users.createUser(input, actorOf(context))),
  saveUser: os.users.saveUser.handler(({ input, context }) => users.saveUser(input, actorOf(context))),
  setPassword: os.users.setPassword.handler(async ({ input, context }) => {
    await users.setPassword(input, actorOf(context));
    return {};
  }),
  previewBulk: os.users.previewBulk.handler(({ input, context }) =>
    users.previewBulk(input, actorOf(context)),
  ),
  applyBulk: os.users.applyBulk.handler(({ input, context }) => users.applyBulk(input, actorOf(context))),
  endSession: os.users.endSession.handler(async ({ input, context }) => {
    await users.endSession(input, actorOf(context));
    return {};
  }),
  endSessions: os.users.endSessions.handler(async ({ input, context }) => {
    await users.endSessions(input.id, actorOf(context));
    return {};
  }),
  listAttempts: os.users.listAttempts.handler(({ input }) => users.listAttempts(input.id, input.limit)),
  exportUsers: os.users.exportUsers.handler(({ input, context }) =>
    users.exportUsers(input, actorOf(context)),
  ),
  previewImport: os.users.previewImport.handler(({ input, context }) =>
    users.previewImport(input, actorOf(context)),
  ),
  applyImport: os.users.applyImport.handler(({ input, context }) =>
    users.applyImport(input, actorOf(context)),
  ),
});
