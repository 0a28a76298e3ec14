import { ORPCError } from '@orpc/server';
import { describe, expect, it } from 'vitest';
import { fail } from '../../../electron/contract/failures.ts';
import { toFailure } from '../../../electron/hosts/incidents.ts';

const openLog = () => {
  const logged: { event: string; [field: string]: unknown }[] = [];
  const write = (event: string, fields: object) => void logged.push({ event, ...fields });
  return { logged, log: { info: write, error: write } };
};

describe('what an operation threw', () => {
  it('stays what it is when it was expected', () => {
    const { log, logged } = openLog();
    const failure = fail('NOT_FOUND', {});
    expect(toFailure(failure, 'mail.getProfile', log)).toBe(failure);
    expect(logged).toEqual([]);
  });

  it('is an incident when it was not', () => {
    const { log, logged } = openLog();
    const failure = toFailure(new TypeError('no such field'), 'mail.getProfile', log);
    expect(failure.code).toBe('INTERNAL');
    expect(logged).toMatchObject([
      { event: 'operation.failed', incident: (failure.data as { incident: string }).incident },
    ]);
  });

  it('names the input when that was refused', () => {
    const { log } = openLog();
    expect(toFailure(new ORPCError('BAD_REQUEST'), 'mail.getProfile', log).code).toBe('INVALID_INPUT');
  });
});

describe('what a cancelled operation threw', () => {
  const reason = new Error('the page is gone');
  const { signal } = new AbortController();
  const aborted = AbortSignal.abort(reason);

  it.each([
    ['the reason itself', reason],
    ['an AbortError', new DOMException('aborted', 'AbortError')],
    ['an error made of the reason', new Error('could not be read', { cause: reason })],
  ])('is CANCELLED: %s', (_what, error) => {
    const { log, logged } = openLog();
    expect(toFailure(error, 'mail.proveProfile', log, aborted).code).toBe('CANCELLED');
    expect(logged).toEqual([]);
  });

  it('is still an incident when it is a fault of the program', () => {
    const { log, logged } = openLog();
    expect(toFailure(new TypeError('no such field'), 'mail.proveProfile', log, aborted).code).toBe(
      'INTERNAL',
    );
    expect(logged).toHaveLength(1);
  });

  it('is an incident when nobody cancelled', () => {
    const { log } = openLog();
    expect(toFailure(new DOMException('aborted', 'AbortError'), 'mail.proveProfile', log, signal).code).toBe(
      'INTERNAL',
    );
  });
});
