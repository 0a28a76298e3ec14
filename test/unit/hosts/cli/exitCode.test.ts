import { describe, expect, it } from 'vitest';
import { fail } from '../../../../electron/contract/failures.ts';
import { unreachable } from '../../services/directory/fakeDirectory.ts';
import { exitCodeOf } from '../../../../electron/hosts/cli/exitCode.ts';

describe('the exit code', () => {
  it.each([
    [fail('INVALID_INPUT', { issues: [] }), 2],
    [fail('SECRET_REQUIRED', { path: [] }), 2],
    [fail('VAULT_LOCKED', {}), 3],
    [fail('NOT_ALLOWED', { permission: 'mail.edit' }), 3],
    [unreachable(), 1],
    [fail('STORAGE_FAILED', { systemCode: 'ENOSPC', file: 'settings.json' }), 70],
    [fail('INTERNAL', { incident: 'x' }), 70],
    [fail('CANCELLED', {}), 130],
    [new Error('a fault of the program'), 70],
    ['thrown text', 70],
  ])('of %s is %i', (error, code) => {
    expect(exitCodeOf(error)).toBe(code);
  });
});
