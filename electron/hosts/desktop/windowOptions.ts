import type { BrowserWindowConstructorOptions, Session } from 'electron';

/**
 * The window of the console. What Electron already has as default is written down too: a default may change, this
 * list may not (checklist 2 to 4, 6, 8 to 11).
 */
export const windowOptions = (
  preload: string,
  session: Session,
  isPackaged: boolean,
): BrowserWindowConstructorOptions => ({
  width: 1280,
  height: 800,
  minWidth: 640,
  minHeight: 480,
  show: false,
  title: 'Relay Console',
  autoHideMenuBar: true,
  webPreferences: {
    preload,
    session,
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
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: !isPackaged,
  },
});
