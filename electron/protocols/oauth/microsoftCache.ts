import type { ICachePlugin } from '@azure/msal-node';
import { readJsonObject } from '../text/readJson.ts';
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
  /** @param known what counts where the text cannot be read; null: nobody knows, and the error is thrown. */
  open(known: string | null): MicrosoftMemory;
  /** Empties the text; what has begun before keeps nothing in it. */
  clear(): Promise<void>;
};

/** Reads the text, or gives it as it was read before where it can be read no longer: what was given is not lost. */
const createReading = (cache: TokenCache, first: string | null) => {
  let known = first;
  return async (): Promise<string> => {
    try {
      known = (await cache.read()) ?? '';
    } catch (error) {
      if (known === null) throw error;
    }
    return known;
  };
};

/** Keeps what msal remembers. Each change is read, made and written before the next begins. */
export const createMicrosoftCache = (cache: TokenCache): MicrosoftCache => {
  const turns = createTurns();
  let clearings = 0;

  const open = (first: string | null): MicrosoftMemory => {
    const began = clearings;
    const read = createReading(cache, first);
    let endTurn: (() => void) | null = null;
    const end = (): void => {
      endTurn?.();
      endTurn = null;
    };
    const plugin: ICachePlugin = {
      beforeCacheAccess: async ({ tokenCache }) => {
        endTurn ??= await turns.begin(null);
        const text = await read();
        // What is not readable was not written by msal: then nothing is kept.
        if (readJsonObject(text) !== null) tokenCache.deserialize(text);
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
