import { EventEmitter } from 'node:events';
import { beforeEach, expect, it } from 'vitest';
import { closeBeforeQuit } from '../../../../electron/hosts/desktop/closeBeforeQuit.ts';

let emitter: EventEmitter;
let faults: string[];
let isDone: boolean;

/** As Electron quits: `will-quit`, and the end unless somebody prevents it. */
const quit = (): void => {
  let isPrevented = false;
  emitter.emit('will-quit', { preventDefault: () => (isPrevented = true) });
  if (!isPrevented) emitter.emit('ended', isDone);
};

const ended = () => new Promise((resolve) => emitter.once('ended', resolve));

const watch = (close: () => Promise<void>): void => {
  const app = { on: (...listener: Parameters<EventEmitter['on']>) => emitter.on(...listener), quit };
  closeBeforeQuit(app as unknown as Parameters<typeof closeBeforeQuit>[0], close, {
    info: () => undefined,
    error: (event) => faults.push(event),
  });
};

beforeEach(() => {
  emitter = new EventEmitter();
  faults = [];
  isDone = false;
});

it('ends the program when everything else has ended, once', async () => {
  let times = 0;
  watch(async () => {
    times += 1;
    await Promise.resolve();
    isDone = true;
  });
  const end = ended();
  quit();
  quit();
  expect(await end).toBe(true);
  expect(times).toBe(1);
});

it('ends the program although something does not end well', async () => {
  watch(() => Promise.reject(new Error('stuck')));
  const end = ended();
  quit();
  await end;
  expect(faults).toEqual(['app.notClosed']);
});
