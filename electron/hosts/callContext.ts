import type { Permission } from '../contract/permissions.ts';
import type { Session } from '../contract/session/session.contract.ts';

/** Who calls, through which door. A host makes one for every call, before anything of the call is run. */
export type CallContext = {
  user: string;
  door: Session['door'];
  /** Null: not signed in. */
  permissions: ReadonlySet<Permission> | null;
};
