import { expect, it } from 'vitest';
import { readServerArguments } from '../../../electron/serverArguments.ts';

it('takes what is given, and has a default for the rest', () => {
  expect(
    readServerArguments(['--data-dir', '/srv/console', '--port', '8025', '--idle-minutes', '0.5']),
  ).toEqual({
    dataDirectory: '/srv/console',
    port: 8_025,
    idleMs: 30_000,
  });
  expect(readServerArguments([])).toEqual({ dataDirectory: undefined, port: 0, idleMs: 1_800_000 });
});

it.each([
  ['--port', 'abc'],
  ['--port', ''],
  ['--port', '80.5'],
  ['--port', '65536'],
  ['--idle-minutes', 'never'],
  ['--idle-minutes', ''],
  ['--idle-minutes', '0'],
  ['--idle-minutes', '-1'],
  ['--idle-minutes', 'Infinity'],
  ['--idle-minutes', '40000'],
])('refuses %s=%j', (option, value) => {
  expect(() => readServerArguments([`${option}=${value}`])).toThrow(option);
});
