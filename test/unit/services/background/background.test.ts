import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  type Background,
  createBackground,
  type Duty,
} from '../../../../electron/services/background/background.ts';
import { createFakeTimer } from './fakeTimer.ts';

const start = 1_000_000;
const minute = 60_000;

let timer: ReturnType<typeof createFakeTimer>;
let background: Background;
let isReady: boolean;
let done: string[];
let faults: unknown[];

const duty = (name: string, run: Duty['run'] = async () => null): Duty => ({
  name,
  run: (signal) => {
    done.push(name);
    return run(signal);
  },
});

const startWith = (...duties: Duty[]): void => {
  background = createBackground({
    ...{ duties, startTimer: timer.startTimer, now: () => timer.now },
    isReady: async () => isReady,
    log: { error: (_event, { kind }) => faults.push(kind) },
  });
  background.start();
};

beforeEach(() => {
  timer = createFakeTimer(start);
  isReady = true;
  done = [];
  faults = [];
});

afterEach(() => background.stop());

it('begins at once, and looks again every minute', async () => {
  startWith(duty('mail'), duty('upkeep'));
  expect(await timer.sleeping()).toBe(start + minute);
  expect(done).toEqual(['mail', 'upkeep']);
  await timer.goOn();
  expect(done).toEqual(['mail', 'upkeep', 'mail', 'upkeep']);
});

it('comes back when the first duty wants to, but does not spin', async () => {
  const wishes = [start + 5_000, start, start + 10 * minute];
  startWith(
    duty('mail', async () => wishes.shift() ?? null),
    duty('upkeep'),
  );
  expect(await timer.sleeping()).toBe(start + 5_000);
  expect(await timer.goOn()).toBe(start + 5_000 + 1_000);
  expect(await timer.goOn()).toBe(start + 6_000 + minute);
});

it('wakes up when it is told to, also while it works', async () => {
  let meanwhile = (): void => background.wake();
  startWith(
    duty('mail', async () => {
      meanwhile();
      meanwhile = () => undefined;
      return null;
    }),
  );
  await timer.sleeping();
  expect(done).toHaveLength(2);
  background.wake();
  await timer.sleeping();
  expect(done).toHaveLength(3);
});

it('does nothing before it is ready', async () => {
  isReady = false;
  startWith(duty('mail'));
  expect(await timer.sleeping()).toBe(start + minute);
  expect(done).toEqual([]);
  isReady = true;
  await timer.goOn();
  expect(done).toEqual(['mail']);
});

it('goes on after a fault, and logs it', async () => {
  startWith(
    duty('mail', () => Promise.reject(new Error('broken'))),
    duty('upkeep'),
  );
  await timer.goOn();
  expect(done).toEqual(['mail', 'upkeep', 'mail', 'upkeep']);
  expect(faults).toEqual(['mail', 'mail']);
});

it('breaks off what runs when it is stopped, and begins nothing else', async () => {
  let isRunning: () => void = () => undefined;
  const running = new Promise<void>((resolve) => {
    isRunning = resolve;
  });
  startWith(
    duty(
      'mail',
      (signal) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
          isRunning();
        }),
    ),
    duty('upkeep'),
  );
  await running;
  await background.stop();
  expect(done).toEqual(['mail']);
  expect(faults).toEqual([]);
});
