import { expect, it } from 'vitest';
import { fail } from '../../../electron/contract/failures.ts';
import { createJsonLog } from '../../../electron/hosts/jsonLog.ts';
import { createLiveSecrets } from '../../../electron/stores/vault/liveSecrets.ts';

const openLog = () => {
  const lines: string[] = [];
  const secrets = createLiveSecrets();
  const log = createJsonLog((line) => lines.push(line), secrets.mask);
  const last = () => JSON.parse(lines.at(-1) ?? '') as Record<string, unknown>;
  return { log, secrets, lines, last };
};

it('writes one JSON object a line: time, level, event and the fields', () => {
  const { log, last } = openLog();
  log.info('operation.called', { operation: 'mail.saveProfile', user: 'anna', result: 'done' });
  expect(last()).toMatchObject({
    level: 'info',
    event: 'operation.called',
    operation: 'mail.saveProfile',
    user: 'anna',
    result: 'done',
  });
  expect(Date.parse(String(last()['at']))).not.toBeNaN();
});

it('leaves out what is not on the list', () => {
  const { log, lines } = openLog();
  log.info('operation.called', {
    operation: 'mail.saveProfile',
    input: { password: 'swordfish' },
    password: 'x',
  });
  expect(lines[0]).not.toMatch(/password|swordfish|input/);
});

it('cannot be made to write a second line or to steer a terminal', () => {
  const { log, lines, last } = openLog();
  const user = 'anna\r\n{"level":"error"}\u001b[2J\u0085\u2028\u009b31m\u202e';
  log.info('operation.called', { user });
  expect(lines[0]?.match(/\p{Cc}|\u2028|\u202e/gu)).toEqual(['\n']);
  expect(last()['user']).toBe(user);
});

it('masks secrets that are in use, in every spelling, also inside errors and their causes', () => {
  const { log, secrets, lines } = openLog();
  const release = secrets.register('pass"wörd 1');
  const error = new Error('535 pass"wörd 1', { cause: new Error(encodeURIComponent('pass"wörd 1')) });
  log.error('operation.failed', { error, reason: Buffer.from('pass"wörd 1').toString('base64') });
  expect(lines[0]).not.toMatch(/wörd|w%C3%B6rd|cGFzcyJ3w7ZyZCAx/);
  expect(lines[0]?.match(/\[secret\]/g)?.length).toBeGreaterThanOrEqual(3);
  release();
  log.info('operation.called', { reason: 'pass"wörd 1' });
  expect(lines[1]).toContain('wörd');
});

it('masks a long text before it cuts it, and writes no endless line', () => {
  const { log, secrets, lines } = openLog();
  secrets.register('correct horse battery staple');
  log.error('call.undecodable', {
    reason: `${'x'.repeat(8_180)}correct horse battery staple${'y'.repeat(10_000)}`,
  });
  expect(lines.join('')).not.toContain('correct');
  expect(lines.join('').length).toBeLessThan(9_000);
});

it('keeps a secret masked until everybody has released it', () => {
  const { secrets } = openLog();
  const [one, other] = [secrets.register('swordfish'), secrets.register('swordfish')];
  one();
  one();
  expect(secrets.mask('a swordfish')).toBe('a [secret]');
  other();
  expect(secrets.mask('a swordfish')).toBe('a swordfish');
});

it('describes an error by name, message, code and stack, and nothing that hangs on it', () => {
  const { log, lines, last } = openLog();
  const error = Object.assign(new Error('refused'), { code: 'ECONNREFUSED', auth: 'swordfish' });
  log.error('operation.failed', { error });
  expect(last()['error']).toMatchObject({ name: 'Error', message: 'refused', code: 'ECONNREFUSED' });
  expect(lines[0]).not.toContain('swordfish');
  log.error('operation.failed', { error: fail('NOT_FOUND', {}, 'just text') });
  expect(last()['error']).toMatchObject({ code: 'NOT_FOUND' });
  log.error('operation.failed', { error: 'just text' });
  expect(last()['error']).toEqual({ name: 'string', message: 'not an Error' });
});

it('masks a malformed secret, before and after it became UTF-8', () => {
  const { log, secrets, lines } = openLog();
  secrets.register('sword\ud800fish');
  log.error('operation.failed', { reason: 'sword\ud800fish', error: new Error('535 sword\ufffdfish') });
  expect(lines.join('')).not.toMatch(/sword|fish/);
});

it('writes that something happened even when it cannot be described', () => {
  const lines: string[] = [];
  const log = createJsonLog(
    (line) => lines.push(line),
    () => {
      throw new Error('cannot mask');
    },
  );
  log.error('operation.failed', { operation: 'mail.saveProfile swordfish' });
  expect(JSON.parse(lines.join(''))).toMatchObject({
    level: 'error',
    event: 'operation.failed',
    reason: 'notDescribable',
  });
  expect(lines.join('')).not.toContain('swordfish');
});
