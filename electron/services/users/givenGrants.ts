import { fail } from '../../contract/failures.ts';
import type { UserGrant } from '../../contract/users/user.ts';
import type { Actor } from './actor.ts';
import type { PeopleFacts } from './peopleFacts.ts';
import { isSameGrant, whyNotGivable } from './roleGiving.ts';

/** Each grant once, where it stood first. */
export const uniqueGrants = (grants: readonly UserGrant[]): UserGrant[] =>
  grants.filter((grant, at) => grants.findIndex((other) => isSameGrant(other, grant)) === at);

/** INVALID_INPUT at each role that the actor may not give; what the user holds already is not given. */
export const demandGivable = (
  { grants, held }: { grants: readonly UserGrant[]; held: readonly UserGrant[] },
  actor: Actor,
  facts: PeopleFacts,
): void => {
  const issues = grants.flatMap((grant, at) => {
    if (held.some((other) => isSameGrant(other, grant))) return [];
    const fault = whyNotGivable(grant, actor, facts);
    return fault
      ? [{ path: ['grants', at, fault.field], code: fault.code, parameters: fault.parameters }]
      : [];
  });
  if (issues.length > 0) throw fail('INVALID_INPUT', { issues });
};
