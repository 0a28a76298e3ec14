import { expect, it } from 'vitest';
import { dataDirectory } from '../../../electron/dataDirectory.ts';

const windows = { ProgramData: 'D:\\ProgramData' };

it.each([
  ['the argument first', '/srv/console', { RELAY_CONSOLE_DATA: '/other' }, 'linux', '/srv/console'],
  ['then the variable', undefined, { RELAY_CONSOLE_DATA: '/srv/console' }, 'linux', '/srv/console'],
  ['the folder of the machine on Windows', undefined, windows, 'win32', 'D:\\ProgramData\\Relay Console'],
  ['the usual one when Windows does not say', undefined, {}, 'win32', 'C:\\ProgramData\\Relay Console'],
  [
    'the variable when the argument is empty',
    '',
    { RELAY_CONSOLE_DATA: '/srv/console' },
    'linux',
    '/srv/console',
  ],
  [
    'the usual one when Windows says nothing',
    undefined,
    { ProgramData: '' },
    'win32',
    'C:\\ProgramData\\Relay Console',
  ],
  ['the folder of the user elsewhere', undefined, { XDG_CONFIG_HOME: '/x' }, 'linux', '/x/relay-console'],
] as const)('is %s', (_what, argument, environment, platform, folder) => {
  expect(dataDirectory(argument, environment, platform)).toBe(folder);
});

it.each([{}, { XDG_CONFIG_HOME: '' }, { XDG_CONFIG_HOME: 'relative' }])(
  'is in the home folder with %o',
  (environment) => {
    expect(dataDirectory(undefined, environment, 'linux')).toMatch(/^\/.*\/\.config\/relay-console$/);
  },
);
