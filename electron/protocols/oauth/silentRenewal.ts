import type { Turns } from '../../concurrency/turns.ts';
import type { Operation } from './operation.ts';
import { pause } from './pause.ts';
import type { ProviderClient, RefusedRenewal, SilentResult } from './providerClient.ts';

type Work<Result> = (client: ProviderClient, operation: Operation) => Promise<Result>;

/** Does work with the provider in one operation. */
export type Run = <Result>(key: string, signal: AbortSignal, work: Work<Result>) => Promise<Result>;

/** How long another program may take to keep what it was given, in ms. */
const writingMs = 1_000;

type Ask = (refused: RefusedRenewal | null) => Promise<SilentResult>;

/** Another program on the same data may have renewed meanwhile: then what it keeps counts, not what was refused. */
const askTwice = async (ask: Ask, isShared: () => boolean, signal: AbortSignal): Promise<SilentResult> => {
  const first = await ask(null);
  if (first.refused === null) return first;
  if (isShared()) await pause(writingMs, signal);
  const second = await ask(first.refused);
  return second.token === null ? { ...second, refusal: second.refusal ?? first.refusal } : second;
};

export type RenewalParts = {
  turns: Turns;
  run: Run;
  /** Tells renewals apart. */
  keyOf: (scopes: readonly string[]) => string;
  /** Another program may keep what this one does. */
  isShared: () => boolean;
};

/** Renews one after the other; who waited for the same takes what came. */
export const createRenewal = ({ turns, run, keyOf, isShared }: RenewalParts) => {
  const renewed = new Map<string, number>();
  return (scopes: readonly string[], force: boolean, signal: AbortSignal): Promise<SilentResult> => {
    const key = keyOf(scopes);
    const before = renewed.get(key) ?? 0;
    return turns.take(signal, async () => {
      const count = renewed.get(key) ?? 0;
      const isForced = force && count === before;
      const ask: Ask = (refused) =>
        run(key, signal, (client, operation) =>
          client.silent({ scopes, force: isForced && refused === null, operation, refused }),
        );
      const result = await askTwice(ask, isShared, signal);
      if (result.token?.fromCache === false) renewed.set(key, count + 1);
      return result;
    });
  };
};
