import path from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, safeStorage, session, shell } from 'electron';
import { dataDirectory } from './dataDirectory.ts';
import { createInProcessClient } from './hosts/inProcessClient.ts';
import { claimDataDirectory } from './hosts/desktop/claimDataDirectory.ts';
import { closeBeforeQuit } from './hosts/desktop/closeBeforeQuit.ts';
import { openDesktopHost } from './hosts/desktop/desktopHost.ts';
import { askToDiscard } from './hosts/desktop/discardQuestion.ts';
import { createPageLanguage } from './hosts/desktop/pageLanguage.ts';
import { pageScheme } from './hosts/desktop/pageProtocol.ts';
import { createJsonLog } from './hosts/jsonLog.ts';
import { openApp, StartRefused } from './hosts/openApp.ts';
import { createPageFiles } from './hosts/pages/pageFiles.ts';
import { pagesFolder } from './hosts/pages/pagesFolder.ts';
import { accountName, startingPerson } from './hosts/startingPerson.ts';
import { logUnhandledErrors } from './hosts/unhandledErrors.ts';
import { programVersion } from './programVersion.ts';
import { createElectronProtector } from './stores/vault/electronProtector.ts';
import { createLiveSecrets } from './stores/vault/liveSecrets.ts';

/** Nothing of a page is written to disk: the partition has no `persist:` in its name. */
const partition = 'console';

const directory = dataDirectory(app.commandLine.getSwitchValue('data-dir') || undefined);

const openProgram = async () => {
  const secrets = createLiveSecrets();
  const log = createJsonLog((line) => process.stderr.write(line), secrets.mask);
  logUnhandledErrors(log);
  const { default: storeConstructor } = await import('electron-store');
  const systemLocale = app.getPreferredSystemLanguages()[0] ?? app.getLocale();
  const { router, background, close } = await openApp({
    dataDirectory: directory,
    log,
    secrets,
    version: programVersion,
    systemLocale,
    desktop: {
      storeConstructor,
      operatingSystem: createElectronProtector({
        safeStorage,
        platform: process.platform,
        account: accountName(),
      }),
    },
  });
  background.start();
  closeBeforeQuit(app, close, log);
  return { router, log, systemLocale };
};

const open = async (): Promise<void> => {
  const { router, log, systemLocale } = await openProgram();
  const context = startingPerson('desktop');
  const chooseLanguage = createPageLanguage(createInProcessClient({ router }, context), systemLocale, log);
  const parts = { app, BrowserWindow, ipcMain, session: session.fromPartition(partition), shell };
  const window = await openDesktopHost(parts, {
    router,
    context,
    mayDiscard: (window) => askToDiscard(window, { dialog, chooseLanguage }),
    pages: createPageFiles(pagesFolder(import.meta.dirname)),
    preload: path.join(import.meta.dirname, '../preload/preload.cjs'),
    log,
  });
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
};

/** A second start of the same console shows the window of the first. */
const start = async (): Promise<void> => {
  if (!claimDataDirectory(app, directory)) return app.quit();
  await app.whenReady();
  await open();
};

/** Without a window an error would be invisible. */
const giveUp = (error: unknown): void => {
  dialog.showErrorBox('Relay Console', error instanceof StartRefused ? error.message : String(error));
  app.exit(70);
};

/** Door 1, the desktop program. `--data-dir=FOLDER` as in the other doors. */
app.enableSandbox();
protocol.registerSchemesAsPrivileged([pageScheme]);
if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
app.on('window-all-closed', () => app.quit());
void start().catch(giveUp);
