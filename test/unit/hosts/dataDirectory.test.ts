import { expect, it } from 'vitest';
import { dataDirectory } from '../../../electron/dataDirectory.ts';

const windows = { ProgramData: 'D:\\ProgramData' };

it.each([
  ['the argument first', '/srv/console', { RELAY_CONSOLE_DATA: '/other' }, 'linux', '/srv/console'],
  ['then the variable', undefined, { RELAY_CONSOLE_DATA: '/srv/console' }, 'linux', '/srv/console'],
  ['the folder of the machine on Windows', undefined, windows, 'win32', 'D:\\ProgramData\\Relay Console'],
  ['the usual one when Windows does not say', undefined, {}, 'win32', 'C:\\ProgramData\\Relay Console'],
  ['the folder of the user elsewhere', undefined, { XDG_CONFIG_HOME: '/x' }, 'linux', '/x/relay-console'],
] as const)('is %s', (_what, argument, environment, platform, folder) => {
  expect(dataDirectory(argument, environment, platform)).toBe(folder);
});

it('is in the home folder when nothing says otherwise', () => {
  expect(dataDirectory(undefined, {}, 'linux')).toMatch(/\/\.config\/relay-console$/);
});
