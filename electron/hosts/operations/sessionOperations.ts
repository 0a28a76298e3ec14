import type { Session } from '../../contract/session/session.contract.ts';
import type { Implementer } from '../implementer.ts';

/** What the program itself knows and every session shows. */
export type ProgramFacts = Pick<
  Session,
  'version' | 'systemLocale' | 'dataDirectory' | 'dataDirectoryRestricted'
>;

/** Answers the operations of `session`: who calls, and what the program is. Each does what its line in the contract says. */
export const createSessionOperations = (os: Implementer, facts: ProgramFacts) => ({
  getSession: os.session.getSession.handler(({ context }) => ({
    user: context.user,
    permissions: [...(context.permissions ?? [])],
    door: context.door,
    ...facts,
  })),
});
