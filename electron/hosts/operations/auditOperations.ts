import type { AuditService } from '../../services/audit/auditService.ts';
import { actorOf } from '../actorOf.ts';
import type { Implementer } from '../implementer.ts';

/** Answers the operations of `audit`; failures are those of the service. */
export const createAuditOperations = (os: Implementer, audit: AuditService) => ({
  listEntries: os.audit.listEntries.handler(({ input }) => audit.listEntries(input)),
  getEntry: os.audit.getEntry.handler(({ input }) => audit.getEntry(input.number)),
  verifyChain: os.audit.verifyChain.handler(({ signal }) => audit.verifyChain(signal)),
  acceptEnd: os.audit.acceptEnd.handler(async ({ context }) => {
    await audit.acceptEnd(actorOf(context));
    return {};
  }),
  exportEntries: os.audit.exportEntries.handler(({ input, context }) =>
    audit.exportEntries(input.filter, input.format, context.note),
  ),
});
