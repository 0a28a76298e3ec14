import { z } from 'zod';
import { query } from '../operation.ts';
import { permissionSchema } from '../permissions.ts';

export const sessionSchema = z.strictObject({
  /** Name of the person, for audit and revisions. */
  user: z.string(),
  permissions: z.array(permissionSchema),
  door: z.enum(['desktop', 'browser', 'commandLine']),
  version: z.string(),
  /** BCP 47 tag of the system's language. */
  systemLocale: z.string(),
  dataDirectory: z.string(),
  /** False: its rights could not be checked or restricted, so other users of the machine may get at it. */
  dataDirectoryRestricted: z.boolean(),
});
export type Session = z.infer<typeof sessionSchema>;

export const sessionContract = { getSession: query(null).output(sessionSchema) };
