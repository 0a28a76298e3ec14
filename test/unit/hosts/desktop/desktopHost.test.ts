import { EventEmitter } from 'node:events';
import type { App, WebContents } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { permissions } from '../../../../electron/contract/permissions.ts';
import { openDesktopHost } from '../../../../electron/hosts/desktop/desktopHost.ts';
import { createPortClient } from '../../../../renderer/api/client.ts';
import { examplePages, failureOf } from '../../../contract/doors.ts';
import { createExampleProgram, proveInput } from '../../../contract/exampleProgram.ts';
import {
  asMainPort,
  createContentsFake,
  createIpcFake,
  createSessionFake,
  createWindowFake,
  pageFrame,
} from './electronFake.ts';

const openFakes = async () => {
  const page = createContentsFake();
  const program = createExampleProgram();
  const { pages, remove } = examplePages();
  const session = createSessionFake();
  const ipc = createIpcFake();
  const { BrowserWindow, seen } = createWindowFake(page.contents);
  const app = Object.assign(new EventEmitter(), { isPackaged: true });
  const window = await openDesktopHost(
    {
      app: app as unknown as App,
      BrowserWindow,
      ipcMain: ipc.ipcMain,
      session: session.session,
      shell: { openExternal: async () => undefined },
    },
    {
      router: program.router,
      context: { user: 'anna', door: 'desktop', permissions: new Set(permissions) },
      pages,
      preload: '/out/preload/preload.cjs',
      mayDiscard: async () => true,
      log: program.log,
    },
  );
  /** What the preload script does after a page load. */
  const loadPage = (sender: WebContents = page.contents, frame: object | null = page.contents.mainFrame) => {
    const { port1, port2 } = new MessageChannel();
    const closed = new Promise<void>((resolve) => port2.addEventListener('close', () => resolve()));
    ipc.sendPorts([asMainPort(port1)], sender, frame);
    return { client: createPortClient(port2), closed, port: port2 };
  };
  return { app, page, program, session, ipc, seen, window, loadPage, remove };
};

let host: Awaited<ReturnType<typeof openFakes>>;
beforeEach(async () => {
  host = await openFakes();
});
afterEach(() => host.remove());

describe('the window', () => {
  it('is hardened', () => {
    expect(host.seen.options?.webPreferences).toMatchObject({
      preload: '/out/preload/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      enableBlinkFeatures: '',
      webviewTag: false,
      devTools: false,
    });
  });

  it('shows our page, when there is something to see', () => {
    expect(host.seen).toMatchObject({ loaded: ['app://console/'], shown: 0 });
    host.window.emit('ready-to-show');
    expect(host.seen.shown).toBe(1);
  });

  it('is closed in spite of unsaved changes when they may be lost', async () => {
    host.window.emit('close');
    host.page.emit('will-prevent-unload');
    await vi.waitFor(() => expect(host.seen.destroyed).toBe(1));
  });

  it('has its permissions limited', () => {
    for (const name of ['request', 'check', 'device', 'display'])
      expect(host.session.handler(name)).toBeTypeOf('function');
  });

  it('guards the navigation of everything that shows pages', () => {
    const other = createContentsFake();
    host.app.emit('web-contents-created', {}, other.contents);
    const url = 'https://attacker.example/';
    expect(other.isPrevented('will-navigate', { url, isMainFrame: true })).toBe(true);
    expect(other.openWindow(url)).toEqual({ action: 'deny' });
  });
});

describe('the one port of a page', () => {
  it('answers calls', async () => {
    const { client } = host.loadPage();
    await expect(client.mail.listPresets()).resolves.toEqual({ presets: [] });
  });

  it.each([
    ['another window', () => host.loadPage(createContentsFake().contents)],
    ['a frame inside our page', () => host.loadPage(host.page.contents, pageFrame())],
    ['a frame that is gone', () => host.loadPage(host.page.contents, null)],
  ])('is not given to %s', async (_who, load) => {
    const { client, closed } = load();
    await closed;
    expect(await failureOf(client.mail.listPresets())).toMatchObject({ code: 'UNREACHABLE' });
    expect(host.program.logged).toContainEqual(expect.objectContaining({ event: 'desktop.portRefused' }));
  });

  it('is not given to another origin in our window', async () => {
    Object.assign(host.page.contents.mainFrame, { origin: 'https://attacker.example' });
    await host.loadPage().closed;
    expect(host.program.logged).toContainEqual(expect.objectContaining({ event: 'desktop.portRefused' }));
  });

  it.each(['did-navigate', 'render-process-gone', 'destroyed'])(
    'closes with its calls on %s',
    async (event) => {
      const { client, closed } = host.loadPage();
      const stream = await client.mail.proveProfile(proveInput('waits'));
      await stream.next();
      const pending = failureOf(stream.next());
      host.page.emit(event);
      await closed;
      expect(await pending).toMatchObject({ code: 'UNREACHABLE' });
      await vi.waitFor(() => expect(host.program.cancelled).toEqual(['waits']));
      expect(await failureOf(client.mail.listPresets())).toMatchObject({ code: 'UNREACHABLE' });
    },
  );

  it('replaces the one before it', async () => {
    const before = host.loadPage();
    const after = host.loadPage();
    await before.closed;
    await expect(after.client.mail.listPresets()).resolves.toEqual({ presets: [] });
  });

  it('is no longer taken when the window is gone', () => {
    host.page.emit('destroyed');
    expect(host.ipc.listenerCount()).toBe(0);
  });
});
