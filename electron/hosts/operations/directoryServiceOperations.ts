import type { RightsService } from '../../services/users/rights/rightsService.ts';
import type { Implementer } from '../implementer.ts';

/** Answers the operations of `directoryService`; failures are those of the service. */
export const createDirectoryServiceOperations = (
  os: Implementer,
  { rights }: { rights: Pick<RightsService, 'checkPermissions'> },
) => ({
  getDirectoryPermissions: os.directoryService.getDirectoryPermissions.handler(({ input }) =>
    rights.checkPermissions(input.userId, null, true),
  ),
});
