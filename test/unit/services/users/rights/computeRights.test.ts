import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInFolders, type Permission, permissions } from '../../../../../electron/contract/permissions.ts';
import {
  computeRights,
  sourcesFor,
  without,
} from '../../../../../electron/services/users/rights/computeRights.ts';
import { isHeld, toHeldPermissions } from '../../../../../electron/services/users/rights/heldPermissions.ts';
import type { Grant, RightsModel } from '../../../../../electron/services/users/rights/rightsModel.ts';

const person = 'p0';
const principals = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'];
const roles = ['r0', 'r1', 'r2', 'r3'];
const folders = ['f0', 'f1', 'f2', 'f3', 'f4'];

const mapOf = <Value>(keys: readonly string[], value: fc.Arbitrary<Value>) =>
  fc
    .array(value, { minLength: keys.length, maxLength: keys.length })
    .map((values) => new Map(keys.map((key, at) => [key, values[at] as Value])));

const models: fc.Arbitrary<RightsModel> = fc.record({
  permissions: mapOf(roles, fc.subarray([...permissions], { maxLength: 5 })),
  parents: mapOf(folders, fc.option(fc.constantFrom(...folders))),
  memberOf: mapOf(principals, fc.subarray(principals)),
  grants: fc.array(
    fc.record<Grant>({
      principalId: fc.constantFrom(...principals),
      roleId: fc.constantFrom(...roles),
      folderId: fc.option(fc.constantFrom(...folders)),
    }),
    { maxLength: 8 },
  ),
});

/** By the plain definition, over and over until nothing is added. */
const naive = (model: RightsModel, permission: Permission, folderId: string | null): boolean => {
  const isMember = (id: string, group: string, seen: readonly string[] = []): boolean =>
    id === group ||
    (model.memberOf.get(id) ?? []).some(
      (next) => !seen.includes(next) && isMember(next, group, [...seen, id]),
    );
  const isBelow = (folder: string | null, top: string, steps = 0): boolean =>
    folder !== null &&
    (folder === top ||
      (steps < folders.length && isBelow(model.parents.get(folder) ?? null, top, steps + 1)));
  return model.grants.some(
    (grant) =>
      isMember(person, grant.principalId) &&
      (model.permissions.get(grant.roleId) ?? []).includes(permission) &&
      (grant.folderId === null || (isInFolders(permission) && isBelow(folderId, grant.folderId))),
  );
};

const somewhere = fc.option(fc.constantFrom(...folders));

describe('the rights of a person', () => {
  it('are those of the plain definition, in any tangle of groups, roles and folders', () => {
    fc.assert(
      fc.property(models, fc.constantFrom(...permissions), somewhere, (model, permission, folderId) => {
        const sources = sourcesFor(computeRights(person, model), permission, folderId, model.parents);
        return sources.length > 0 === naive(model, permission, folderId);
      }),
      { numRuns: 5_000 },
    );
  });

  it('come to the same permissions when they are put together for the checks of a call', () => {
    fc.assert(
      fc.property(models, fc.constantFrom(...permissions), somewhere, (model, permission, folderId) => {
        const held = toHeldPermissions(computeRights(person, model), model.parents);
        return isHeld(held, permission, folderId) === naive(model, permission, folderId);
      }),
      { numRuns: 1_000 },
    );
  });

  it('name a way that is there: from the person, step by step, to who holds the role', () => {
    fc.assert(
      fc.property(models, (model) =>
        computeRights(person, model).every(
          ({ path, roleId, folderId }) =>
            path[0] === person &&
            path.slice(1).every((group, at) => model.memberOf.get(path[at] ?? '')?.includes(group)) &&
            model.grants.some(
              (grant) =>
                grant.principalId === path.at(-1) && grant.roleId === roleId && grant.folderId === folderId,
            ),
        ),
      ),
    );
  });

  it('never grow when a role or a group is taken away, and lose all that came of it alone', () => {
    const taken = fc.oneof(
      fc.record({ roleId: fc.constantFrom(...roles) }),
      fc.record({ groupId: fc.constantFrom(...principals.slice(1)) }),
    );
    fc.assert(
      fc.property(
        models,
        taken,
        fc.constantFrom(...permissions),
        somewhere,
        (model, gone, permission, folderId) => {
          const less = without(model, gone);
          const left = sourcesFor(computeRights(person, less), permission, folderId, less.parents);
          const avoids = left.every((source) =>
            'roleId' in gone ? source.roleId !== gone.roleId : !source.path.includes(gone.groupId),
          );
          return avoids && (left.length === 0 || naive(model, permission, folderId));
        },
      ),
    );
  });

  it('tell what is explicit from what is inherited, each with its role and place', () => {
    const model: RightsModel = {
      permissions: new Map([['mailEditor', ['mail.edit', 'users.view']]]),
      parents: new Map([
        ['berlin', 'europe'],
        ['europe', null],
      ]),
      memberOf: new Map([
        ['anna', ['helpDesk']],
        ['helpDesk', ['staff']],
      ]),
      grants: [
        { principalId: 'anna', roleId: 'mailEditor', folderId: null },
        { principalId: 'staff', roleId: 'mailEditor', folderId: 'europe' },
      ],
    };
    expect(computeRights('anna', model)).toEqual([
      { permission: 'mail.edit', roleId: 'mailEditor', folderId: null, path: ['anna'] },
      { permission: 'users.view', roleId: 'mailEditor', folderId: null, path: ['anna'] },
      {
        permission: 'mail.edit',
        roleId: 'mailEditor',
        folderId: 'europe',
        path: ['anna', 'helpDesk', 'staff'],
      },
    ]);
    const inherited = computeRights('helpDesk', model);
    expect(sourcesFor(inherited, 'mail.edit', 'berlin', model.parents)).toHaveLength(1);
    expect(sourcesFor(inherited, 'mail.edit', null, model.parents)).toEqual([]);
  });
});
