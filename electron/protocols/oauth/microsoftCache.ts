import type { ICachePlugin, TokenCacheContext } from '@azure/msal-node';
import { jsonObject } from './readAnswer.ts';
import type { TokenCache } from './tokenClient.ts';

/** Keeps what several application objects of msal remember in one text. */
export type MicrosoftCache = {
  /** The part of one application object. */
  plugin(): ICachePlugin;
  /** Empties the text; what an object wants to keep after that is not kept. */
  close(): Promise<void>;
};

/**
 * One access after the other, and read back only what somebody else has written: msal lets go of what it has in memory
 * when it reads, which would lose a token that another call is just about to keep.
 */
export const createMicrosoftCache = (cache: TokenCache): MicrosoftCache => {
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };

  const plugin = (): ICachePlugin => {
    let known: string | null = null;
    const read = async ({ tokenCache }: TokenCacheContext): Promise<void> => {
      const text = await cache.read();
      if (closed || text === null || text === known || jsonObject(text) === null) return;
      tokenCache.deserialize(text);
      known = text;
    };
    const write = async ({ tokenCache }: TokenCacheContext): Promise<void> => {
      if (closed) return;
      const text = tokenCache.serialize();
      await cache.write(text);
      known = text;
    };
    return {
      beforeCacheAccess: (context) => inTurn(() => read(context)),
      afterCacheAccess: (context) =>
        context.cacheHasChanged ? inTurn(() => write(context)) : Promise.resolve(),
    };
  };

  return {
    plugin,
    close: () =>
      inTurn(() => {
        closed = true;
        return cache.write('');
      }),
  };
};
