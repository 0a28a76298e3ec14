import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { portMessage } from '../../../../electron/contract/desktopPort.ts';

type Posted = { target: 'program' | 'page'; message: unknown; origin?: unknown; ports: MessagePort[] };

const posted = vi.hoisted((): Posted[] => []);
vi.mock('electron', () => ({
  ipcRenderer: {
    postMessage: (channel: string, _message: unknown, ports: MessagePort[]) =>
      posted.push({ target: 'program', message: channel, ports }),
  },
}));

let listeners: { event: string; listener: () => void; options: unknown }[];

beforeEach(() => {
  listeners = [];
  posted.length = 0;
  vi.stubGlobal('addEventListener', (event: string, listener: () => void, options: unknown) =>
    listeners.push({ event, listener, options }),
  );
  vi.stubGlobal('window', {
    postMessage: (message: unknown, origin: unknown, ports: MessagePort[]) =>
      posted.push({ target: 'page', message, origin, ports }),
  });
});
afterEach(() => {
  for (const { ports } of posted) ports.forEach((port) => port.close());
  vi.unstubAllGlobals();
  vi.resetModules();
});

const loadAt = async (origin: string): Promise<void> => {
  vi.stubGlobal('location', { origin });
  await import('../../../../electron/preload/preload.ts');
  for (const { listener } of listeners) listener();
};

it('gives program and page one end each of one channel, once the page listens', async () => {
  await loadAt('app://console');
  expect(listeners).toEqual([
    { event: 'DOMContentLoaded', listener: expect.any(Function) as unknown, options: { once: true } },
  ]);
  expect(posted).toMatchObject([
    { target: 'program', message: portMessage },
    { target: 'page', message: portMessage, origin: 'app://console' },
  ]);
  const [program, page] = posted.map(({ ports }) => ports[0]);
  const received = new Promise((resolve) => page?.addEventListener('message', ({ data }) => resolve(data)));
  page?.start();
  program?.postMessage('hello');
  expect(await received).toBe('hello');
});

it('gives nothing to a page of another origin', async () => {
  await loadAt('https://attacker.example');
  expect(posted).toEqual([]);
});
