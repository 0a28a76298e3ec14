import os from 'node:os';
import { permissions } from '../contract/permissions.ts';
import type { CallContext } from './callContext.ts';

/** The account that runs the program, as Windows writes it with its domain or machine: `CORP\anna`; elsewhere `anna`. */
export const accountName = (environment: NodeJS.ProcessEnv = process.env): string => {
  const { username } = os.userInfo();
  const domain = environment['USERDOMAIN'];
  return domain ? `${domain}\\${username}` : username;
};

/** The person who starts the program is its administrator: the user of the operating system, with every right. */
export const startingPerson = (door: CallContext['door'], environment?: NodeJS.ProcessEnv): CallContext => ({
  user: accountName(environment),
  door,
  permissions: new Set(permissions),
  caller: { startedProgram: true, token: null },
});
