import { expect, it } from 'vitest';
import { limitPermissions } from '../../../../electron/hosts/desktop/limitPermissions.ts';
import { createSessionFake } from './electronFake.ts';

const { session, handler } = createSessionFake();
limitPermissions(session);

type Details = { requestingUrl: string; isMainFrame: boolean };
type Ask = (contents: null, permission: string, answer: (granted: boolean) => void, details: Details) => void;
type Check = (
  contents: null,
  permission: string,
  origin: string,
  details: { isMainFrame: boolean },
) => boolean;

/** What both questions of Electron are answered; they must agree. */
const answers = (permission: string, url = 'app://console/', isMainFrame = true): boolean[] => {
  const given: boolean[] = [];
  handler<Ask>('request')(null, permission, (granted) => given.push(granted), {
    requestingUrl: url,
    isMainFrame,
  });
  given.push(handler<Check>('check')(null, permission, url, { isMainFrame }));
  return given;
};

it.each([
  'media',
  'geolocation',
  'notifications',
  'clipboard-read',
  'openExternal',
  'fileSystem',
  'usb',
  'unknown',
])('refuses %s', (permission) => {
  expect(answers(permission)).toEqual([false, false]);
});

it('lets our page write text to the clipboard, and nobody else', () => {
  expect(answers('clipboard-sanitized-write')).toEqual([true, true]);
  expect(answers('clipboard-sanitized-write', 'app://console/', false)).toEqual([false, false]);
  expect(answers('clipboard-sanitized-write', 'https://attacker.example/')).toEqual([false, false]);
});

it('refuses devices and screens', () => {
  const streams: unknown[] = [];
  type AskDisplay = (request: object, answer: (streams: unknown) => void) => void;
  handler<AskDisplay>('display')({}, (stream) => streams.push(stream));
  expect([handler<() => boolean>('device')(), streams]).toEqual([false, [null]]);
});
