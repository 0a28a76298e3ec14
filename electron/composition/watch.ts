import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '../hosts/log.ts';
import type { FindProxy } from '../protocols/net/systemProxy.ts';
import { createBackground } from '../services/background/background.ts';
import { createServerLook } from '../services/watch/lookAtServer.ts';
import { namedInDirectory, watchedControllers } from '../services/watch/watchedControllers.ts';
import { watchedRelays } from '../services/watch/watchedRelays.ts';
import { type LastUse, watchedSignIns } from '../services/watch/watchedSignIns.ts';
import { createWatchDuty } from '../services/watch/watchDuty.ts';
import { createWatchService } from '../services/watch/watchService.ts';
import type { Database } from '../stores/database/createDatabase.ts';
import type { SettingsStore } from '../stores/settings/settingsStore.ts';
import { createWatchMarkStore } from '../stores/watch/watchMarkStore.ts';
import type { Directory } from './directory.ts';
import type { Notices } from './notices.ts';

export type WatchParts = {
  database: Pick<Database, 'exists' | 'health' | 'query'>;
  settings: Pick<SettingsStore, 'read'>;
  directory: Pick<Directory, 'settings' | 'connection'>;
  alerts: Pick<Notices['alerts'], 'raise'>;
  lastUse: LastUse;
  findProxy: FindProxy;
  log: Log;
};

const now = Date.now;

/** Long enough for a server that is started again, short for somebody who waits; in ms. */
const secondLookMs = 10_000;

/** Builds what watches certificates, servers and secrets; nothing of that runs before its host starts it. */
export const composeWatch = ({
  database,
  settings,
  directory,
  alerts,
  lastUse,
  findProxy,
  log,
}: WatchParts) => {
  /** Null: none is in force, or it is switched off. */
  const readDirectory = async () => {
    const active = await directory.settings.readActive();
    return active?.isEnabled === true ? active : null;
  };
  const watch = createWatchService({
    relays: async () => watchedRelays(await settings.read()),
    directory: async (signal) => {
      const values = await readDirectory();
      return values && watchedControllers(values, directory.connection, signal);
    },
    namedInDirectory: async () => {
      const values = await readDirectory();
      return values === null ? [] : namedInDirectory(values);
    },
    signIns: async () => watchedSignIns(await settings.read(), lastUse),
    look: createServerLook({ ...directory.connection, findProxy, log }),
    marks: createWatchMarkStore(database.query),
    raise: alerts.raise,
    pause: (signal) => delay(secondLookMs, undefined, { signal }),
    isKept: database.exists,
    ...{ now, log },
  });
  return {
    watch,
    /** Beside the other duties, which no slow server may hold up. */
    background: createBackground({
      duties: [createWatchDuty({ watch, now })],
      isReady: async () => (await database.exists()) && (await database.health()).state === 'ready',
      startTimer: (work, ms) => {
        const timer = setTimeout(work, ms);
        return () => clearTimeout(timer);
      },
      ...{ now, log },
    }),
  };
};
