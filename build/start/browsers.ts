import { existsSync } from 'node:fs';
import path from 'node:path';

const linuxNames = [
  'microsoft-edge',
  'microsoft-edge-stable',
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
];

const windowsFiles = [
  String.raw`Microsoft\Edge\Application\msedge.exe`,
  String.raw`Google\Chrome\Application\chrome.exe`,
  String.raw`Chromium\Application\chrome.exe`,
];

const macFiles = [
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const candidates = (platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string[] => {
  if (platform === 'darwin') return macFiles;
  if (platform === 'win32') {
    const folders = ['ProgramFiles(x86)', 'ProgramFiles', 'LOCALAPPDATA'].map((name) => environment[name]);
    return windowsFiles.flatMap((file) =>
      folders.filter((folder) => folder !== undefined).map((folder) => path.win32.join(folder, file)),
    );
  }
  const folders = (environment['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/'));
  return linuxNames.flatMap((name) => folders.map((folder) => path.posix.join(folder, name)));
};

/** Absolute path of Edge, Chrome or Chromium, in this order; undefined when there is none. */
export const findBrowser = (
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
  exists: (file: string) => boolean = existsSync,
): string | undefined => candidates(platform, environment).find(exists);
