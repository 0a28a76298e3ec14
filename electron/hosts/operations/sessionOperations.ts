import type { Session } from '../../contract/session/session.contract.ts';
import type { Implementer } from '../implementer.ts';

/** What the program itself knows and every session shows. */
export type ProgramFacts = Pick<Session, 'version' | 'systemLocale' | 'dataDirectory'>;

export const createSessionOperations = (os: Implementer, facts: ProgramFacts) => ({
  getSession: os.session.getSession.handler(({ context }) => ({
    user: context.user,
    permissions: [...(context.permissions ?? [])],
    door: context.door,
    ...facts,
  })),
});
