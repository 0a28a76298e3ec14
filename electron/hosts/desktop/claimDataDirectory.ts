import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { App } from 'electron';

export type ClaimingApp = Pick<App, 'getPath' | 'setPath' | 'requestSingleInstanceLock'>;

/**
 * Takes the lock for `directory`, so that a person has one window for each data directory; to be called once, before
 * Electron is ready. The lock belongs to Electron's `userData`: each data directory gets a folder of its own there,
 * and not within itself, because accounts share a data directory and none may keep the others out. What else stood
 * there stays (`sessionData`): on Windows the key by which safeStorage protects, one for the account.
 * @returns false when a program of the same person has the lock; that one gets `second-instance`
 */
export const claimDataDirectory = (app: ClaimingApp, directory: string): boolean => {
  const shared = app.getPath('userData');
  const name = createHash('sha256').update(directory).digest('hex').slice(0, 16);
  const own = path.join(shared, 'instances', name);
  mkdirSync(own, { recursive: true });
  app.setPath('sessionData', shared);
  app.setPath('userData', own);
  return app.requestSingleInstanceLock();
};
