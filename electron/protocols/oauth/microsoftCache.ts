import type { ICachePlugin } from '@azure/msal-node';
import { readJsonObject } from '../text/readJson.ts';
import { readOrKnown } from './readOrKnown.ts';
import type { TokenCache } from './tokenClient.ts';
import { createTurns } from '../../concurrency/turns.ts';

/** The memory of one operation. */
export type MicrosoftMemory = {
  plugin: ICachePlugin;
  /** Lets the others in, should msal have ended in the middle of a change. */
  end(): void;
};

/** What msal remembers of one client, as one text. */
export type MicrosoftCache = {
  /** @param known what counts while the text cannot be read; null: nobody knows, and why it cannot is thrown. */
  open(known: string | null): MicrosoftMemory;
  /** Empties the text; what has begun before keeps nothing in it. */
  clear(): Promise<void>;
};

/** Keeps what msal remembers. Each change is read, made and written before the next begins. */
export const createMicrosoftCache = (cache: TokenCache): MicrosoftCache => {
  const turns = createTurns();
  let clearings = 0;

  const open = (first: string | null): MicrosoftMemory => {
    const began = clearings;
    let known = first;
    let endTurn: (() => void) | null = null;
    const end = (): void => {
      endTurn?.();
      endTurn = null;
    };
    const plugin: ICachePlugin = {
      beforeCacheAccess: async ({ tokenCache }) => {
        endTurn ??= await turns.begin(null);
        known = await readOrKnown(cache, known);
        // What is not readable was not written by msal: then nothing is kept.
        if (readJsonObject(known) !== null) tokenCache.deserialize(known);
      },
      afterCacheAccess: async ({ tokenCache, cacheHasChanged }) => {
        try {
          if (cacheHasChanged && began === clearings) await cache.write(tokenCache.serialize());
        } finally {
          end();
        }
      },
    };
    return { plugin, end };
  };

  return {
    open,
    clear: () => {
      clearings += 1;
      return turns.take(null, () => cache.write(''));
    },
  };
};
