import { z } from 'zod';
import { query } from '../operation.ts';
import { permissionCheckSchema } from '../users/permissionCheck.ts';

/** What scripts for Orchestrator ask, under the path and the parameter that they know (REQUIREMENTS U16). */
export const directoryServiceContract = {
  /** What a user may do, inherited rights too, and why: as `roles.checkPermissions` says it. NOT_FOUND. */
  getDirectoryPermissions: query(['users.view', 'roles.view'])
    .route({ method: 'GET', path: '/DirectoryService/GetDirectoryPermissions' })
    .input(z.strictObject({ userId: z.uuid() }))
    .output(permissionCheckSchema),
};
