import type { App, BrowserWindow, IpcMain, Session, Shell } from 'electron';
import type { AnyRouter } from '@orpc/server';
import { desktopOrigin } from '../../contract/desktopPort.ts';
import type { CallContext } from '../callContext.ts';
import type { Log } from '../log.ts';
import type { PageFiles } from '../pages/pageFiles.ts';
import { limitPermissions } from './limitPermissions.ts';
import { guardNavigation } from './navigationGuard.ts';
import { acceptPagePort } from './pagePort.ts';
import { createPageProtocol } from './pageProtocol.ts';
import { createPortHost } from './portHost.ts';
import { guardUnsaved } from './unsavedGuard.ts';
import { windowOptions } from './windowOptions.ts';

/** What this host needs of Electron; `main.ts` passes it in. */
export type ElectronParts = {
  app: Pick<App, 'on' | 'isPackaged'>;
  BrowserWindow: new (options: ReturnType<typeof windowOptions>) => BrowserWindow;
  ipcMain: Pick<IpcMain, 'on' | 'off'>;
  session: Session;
  shell: Pick<Shell, 'openExternal'>;
};

export type DesktopHostOptions = {
  router: AnyRouter;
  context: CallContext;
  pages: PageFiles;
  /** Absolute path of the built preload script. */
  preload: string;
  /** Asks whether unsaved changes may be lost when the window is closed. */
  mayDiscard: (window: BrowserWindow) => Promise<boolean>;
  log: Log;
};

/** Opens the console's one window on `app://console/` and answers its calls. Call it when the app is ready. */
export const openDesktopHost = async (
  { app, BrowserWindow, ipcMain, session, shell }: ElectronParts,
  { router, context, pages, preload, mayDiscard, log }: DesktopHostOptions,
): Promise<BrowserWindow> => {
  limitPermissions(session);
  session.protocol.handle('app', createPageProtocol(pages));
  app.on('web-contents-created', (_event, contents) =>
    guardNavigation(contents, (link) => shell.openExternal(link)),
  );
  const window = new BrowserWindow(windowOptions(preload, session, app.isPackaged));
  acceptPagePort(ipcMain, window.webContents, createPortHost(router, context, log), log);
  guardUnsaved(window, () => mayDiscard(window), log);
  window.once('ready-to-show', () => window.show());
  await window.loadURL(`${desktopOrigin}/`);
  return window;
};
