import type { Restriction, RestrictionReason, UserAction } from '../../contract/users/restriction.ts';

/** What the rules look at of a user, and of the person who would do something to that user. */
export type RestrictedCase = {
  isBuiltIn: boolean;
  /** Holds role Administrator everywhere. */
  isAdministrator: boolean;
  /** Is active and has a password. */
  canSignIn: boolean;
  /** Is who would do it. */
  isSelf: boolean;
  /** Who would do it holds role Administrator everywhere. */
  byAdministrator: boolean;
  /** How many users can sign in and hold role Administrator everywhere. */
  activeAdministrators: number;
};

type Rule = { action: UserAction; reason: RestrictionReason; forbids: (given: RestrictedCase) => boolean };

const isLast = ({ isAdministrator, canSignIn, activeAdministrators }: RestrictedCase): boolean =>
  isAdministrator && canSignIn && activeAdministrators <= 1;

const isAbove = ({ isAdministrator, byAdministrator }: RestrictedCase): boolean =>
  isAdministrator && !byAdministrator;

/** The first rule that forbids an action gives its reason. */
const rules: readonly Rule[] = [
  { action: 'change', reason: 'onlyAdministrators', forbids: isAbove },
  { action: 'setPassword', reason: 'ownPassword', forbids: ({ isSelf }) => isSelf },
  { action: 'rename', reason: 'builtIn', forbids: ({ isBuiltIn }) => isBuiltIn },
  { action: 'delete', reason: 'builtIn', forbids: ({ isBuiltIn }) => isBuiltIn },
  { action: 'delete', reason: 'self', forbids: ({ isSelf }) => isSelf },
  { action: 'delete', reason: 'onlyAdministrators', forbids: isAbove },
  { action: 'delete', reason: 'administrator', forbids: ({ isAdministrator }) => isAdministrator },
  { action: 'deactivate', reason: 'self', forbids: ({ isSelf }) => isSelf },
  { action: 'deactivate', reason: 'onlyAdministrators', forbids: isAbove },
  { action: 'deactivate', reason: 'lastAdministrator', forbids: isLast },
  {
    action: 'removeAdministrator',
    reason: 'builtIn',
    forbids: ({ isBuiltIn, isAdministrator }) => isBuiltIn && isAdministrator,
  },
  { action: 'removeAdministrator', reason: 'onlyAdministrators', forbids: isAbove },
  { action: 'removeAdministrator', reason: 'lastAdministrator', forbids: isLast },
];

/** What nobody, or not this person, may do to a user (U22–U24), each with its first reason. */
export const restrictionsOf = (given: RestrictedCase): Restriction[] => {
  const forbidding = rules.filter(({ forbids }) => forbids(given));
  const first = new Map(forbidding.toReversed().map(({ action, reason }) => [action, reason]));
  return [...first].map(([action, reason]) => ({ action, reason }));
};
