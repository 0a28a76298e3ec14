import { textOf } from './readAnswer.ts';
import { type JsonObject, readJsonObject } from '../text/readJson.ts';
import { readOrKnown } from './readOrKnown.ts';
import type { TokenCache } from './tokenClient.ts';
import { createTurns } from '../../concurrency/turns.ts';

export type KeptToken = { accessToken: string; expiresAtMs: number; scopes: string[] };

/** What one client keeps: of the person who signed in, and the application's own tokens by the scopes asked for. */
export type OpenIdMemory = {
  refreshToken: string | null;
  account: string | null;
  /** By the scopes that were asked for, sorted, with a blank between. */
  personTokens: Record<string, KeptToken>;
  applicationTokens: Record<string, KeptToken>;
};

/** What is kept, for one operation. */
export type OpenIdAccess = {
  read(): Promise<OpenIdMemory>;
  /** Alters what is kept now, or what was read before where that cannot be read now: what was given is not lost. */
  change(alter: (memory: OpenIdMemory) => OpenIdMemory): Promise<void>;
};

/** Reads and changes what is kept, one after the other. */
export type OpenIdCache = {
  open(): OpenIdAccess;
  /** Empties the text; what has begun before keeps nothing in it. */
  clear(): Promise<void>;
};

export const emptyMemory: OpenIdMemory = {
  refreshToken: null,
  account: null,
  personTokens: {},
  applicationTokens: {},
};

const toToken = (value: unknown): KeptToken | null => {
  const { accessToken, expiresAtMs, scopes } = Object(value) as JsonObject;
  const text = textOf(accessToken);
  if (text === null || typeof expiresAtMs !== 'number' || !Array.isArray(scopes)) return null;
  return {
    accessToken: text,
    expiresAtMs,
    scopes: (scopes as unknown[]).filter((scope) => typeof scope === 'string'),
  };
};

const toTokens = (value: unknown): Record<string, KeptToken> =>
  Object.fromEntries(
    Object.entries(Object(value) as JsonObject).flatMap(([key, kept]) => {
      const token = toToken(kept);
      return token === null ? [] : [[key, token]];
    }),
  );

/** What is not readable was not written by us: then nothing is kept. */
const toMemory = (text: string): OpenIdMemory => {
  const kept = readJsonObject(text);
  if (kept === null) return emptyMemory;
  return {
    refreshToken: textOf(kept['refreshToken']),
    account: textOf(kept['account']),
    personTokens: toTokens(kept['personTokens']),
    applicationTokens: toTokens(kept['applicationTokens']),
  };
};

/** Keeps a client's tokens as one text. */
export const createOpenIdCache = (cache: TokenCache): OpenIdCache => {
  const turns = createTurns();
  let clearings = 0;

  const open = (): OpenIdAccess => {
    const began = clearings;
    let known = '';
    const read = async (fallback: string | null): Promise<OpenIdMemory> => {
      known = await readOrKnown(cache, fallback);
      return toMemory(known);
    };
    return {
      read: () => turns.take(null, () => read(null)),
      change: (alter) =>
        turns.take(null, async () => {
          const memory = alter(await read(known));
          if (began === clearings) await cache.write(JSON.stringify(memory));
        }),
    };
  };

  return {
    open,
    clear: () => {
      clearings += 1;
      return turns.take(null, () => cache.write(''));
    },
  };
};
