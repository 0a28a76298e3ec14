import { describe, expect, it } from 'vitest';
import { fail, isFailure } from '../../../electron/contract/failures.ts';
import { command, openCommand, query } from '../../../electron/contract/operation.ts';
import { demandRights } from '../../../electron/hosts/demandRights.ts';

const operation = {
  forEverybody: openCommand(null)['~orpc'].meta,
  open: query(null)['~orpc'].meta,
  one: query('mail.view')['~orpc'].meta,
  two: command(['users.view', 'roles.edit'], null)['~orpc'].meta,
  inAFolder: query('mail.view', 'inAFolder')['~orpc'].meta,
};

const refusal = (...call: Parameters<typeof demandRights>): unknown => {
  try {
    demandRights(...call);
    return null;
  } catch (error) {
    return isFailure(error) ? { code: error.code, data: error.data } : error;
  }
};
const lacks = (permission: string) => ({ code: 'NOT_ALLOWED', data: { permission } });

describe('the rights that a call needs', () => {
  it('are none at all for what lets people in', () => {
    expect(refusal({ permissions: null }, operation.forEverybody)).toBeNull();
  });

  it('are none where an operation names none, but somebody is signed in', () => {
    expect(refusal({ permissions: new Set() }, operation.open)).toBeNull();
    expect(refusal({ permissions: null }, operation.open)).toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  it('are all that an operation names (U25)', () => {
    expect(refusal({ permissions: new Set(['users.view', 'roles.edit']) }, operation.two)).toBeNull();
    expect(refusal({ permissions: new Set(['users.view']) }, operation.two)).toEqual(lacks('roles.edit'));
    expect(refusal({ permissions: new Set(['roles.edit']) }, operation.two)).toEqual(lacks('users.view'));
  });

  it('count in a folder only for operations that look at the folder (U29)', () => {
    const inBerlin = {
      permissions: new Set([]),
      folderPermissions: new Map([['berlin', new Set(['mail.view'] as const)]]),
    };
    expect(refusal(inBerlin, operation.one)).toEqual(lacks('mail.view'));
    expect(refusal(inBerlin, operation.inAFolder)).toBeNull();
    expect(refusal({ permissions: new Set([]) }, operation.inAFolder)).toEqual(lacks('mail.view'));
  });

  it('do not count while the password has to be replaced first', () => {
    const identity = { state: 'mustChangePassword', userId: 'anna', name: 'anna', language: null } as const;
    for (const meta of [operation.open, operation.one])
      expect(refusal({ permissions: new Set(), identity }, meta)).toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(refusal({ permissions: new Set(), identity }, operation.forEverybody)).toBeNull();
  });

  it('cannot be known while the database is unreadable, but for those that restoring it takes', () => {
    const damaged = fail('DATABASE_UNREADABLE', { file: 'console.db' });
    const starter = {
      permissions: new Set(['mail.view'] as const),
      identity: { state: 'unreadable', refusal: damaged } as const,
    };
    expect(refusal(starter, operation.one)).toBeNull();
    expect(refusal(starter, operation.two)).toEqual({ code: damaged.code, data: damaged.data });
  });
});
