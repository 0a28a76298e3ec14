import os from 'node:os';
import { permissions } from '../contract/permissions.ts';
import type { CallContext } from './callContext.ts';

/** The person who starts the program is its administrator: the user of the operating system, with every right. */
export const startingPerson = (door: CallContext['door']): CallContext => ({
  user: os.userInfo().username,
  door,
  permissions: new Set(permissions),
});
