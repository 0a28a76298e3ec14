import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UserAction } from '../../../../electron/contract/users/restriction.ts';
import { type RestrictedCase, restrictionsOf } from '../../../../electron/services/users/userRestrictions.ts';

const ordinary: RestrictedCase = {
  isBuiltIn: false,
  isAdministrator: false,
  canSignIn: true,
  isSelf: false,
  byAdministrator: true,
  activeAdministrators: 2,
};

const reason = (action: UserAction, given: Partial<RestrictedCase>) =>
  restrictionsOf({ ...ordinary, ...given }).find((restriction) => restriction.action === action)?.reason;

const cases = fc.record<RestrictedCase>({
  isBuiltIn: fc.boolean(),
  isAdministrator: fc.boolean(),
  canSignIn: fc.boolean(),
  isSelf: fc.boolean(),
  byAdministrator: fc.boolean(),
  activeAdministrators: fc.nat(3),
});

describe('what may not be done to a user', () => {
  it('is nothing for an ordinary one', () => {
    expect(restrictionsOf(ordinary)).toEqual([]);
  });

  it('keeps the predefined user: its name, its role and itself (U22), though it may be deactivated', () => {
    const admin = { isBuiltIn: true, isAdministrator: true };
    expect(reason('rename', admin)).toBe('builtIn');
    expect(reason('delete', admin)).toBe('builtIn');
    expect(reason('removeAdministrator', admin)).toBe('builtIn');
    expect(reason('deactivate', admin)).toBeUndefined();
  });

  it('keeps people from shutting themselves out (U23)', () => {
    expect(reason('deactivate', { isSelf: true })).toBe('self');
    expect(reason('delete', { isSelf: true })).toBe('self');
  });

  it('keeps administrators from being deleted (U24), and from people who are none', () => {
    expect(reason('delete', { isAdministrator: true })).toBe('administrator');
    expect(reason('deactivate', { isAdministrator: true, byAdministrator: false })).toBe(
      'onlyAdministrators',
    );
    expect(reason('removeAdministrator', { isAdministrator: true, byAdministrator: false })).toBe(
      'onlyAdministrators',
    );
  });

  it('never leaves the console without an active administrator', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const last = given.isAdministrator && given.canSignIn && given.activeAdministrators <= 1;
        const forbidden = restrictionsOf(given).map(({ action }) => action);
        return (
          !last ||
          (['delete', 'deactivate', 'removeAdministrator'] as const).every((action) =>
            forbidden.includes(action),
          )
        );
      }),
    );
  });
});
