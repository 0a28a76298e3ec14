import type { DirectoryService } from './directoryService.ts';

/** Who did not answer is tried last for this long, in ms. */
const avoidedMs = 60_000;

type Named = { host: string };

/** Who is no Global Catalog, or does not answer as one, is as good a controller of its domain as before. */
const keyOf = (host: string, service: DirectoryService): string => `${service} ${host}`;

/**
 * Remembers which controllers answered as what, for one program: nobody shall wait for a dead one at each sign-in.
 * @param now milliseconds since 1970.
 */
export const createControllerMemory = (now: () => number = Date.now) => {
  const failedAt = new Map<string, number>();
  const lastAnswered = new Map<DirectoryService, string>();

  const isAvoided = (failed: number): boolean => Math.abs(now() - failed) < avoidedMs;

  const rank = ({ host }: Named, service: DirectoryService): number => {
    const failed = failedAt.get(keyOf(host, service));
    if (failed !== undefined && isAvoided(failed)) return 2;
    return host === lastAnswered.get(service) ? 0 : 1;
  };

  const forgetOld = (): void => {
    for (const [key, failed] of failedAt) if (!isAvoided(failed)) failedAt.delete(key);
  };

  return {
    /** The same controllers: who answered last first, who failed within the last minute last. */
    order: <Controller extends Named>(
      controllers: readonly Controller[],
      service: DirectoryService = 'domain',
    ): Controller[] => controllers.toSorted((one, other) => rank(one, service) - rank(other, service)),
    noteAnswer: (host: string, service: DirectoryService = 'domain'): void => {
      failedAt.delete(keyOf(host, service));
      lastAnswered.set(service, host);
    },
    noteFailure: (host: string, service: DirectoryService = 'domain'): void => {
      forgetOld();
      failedAt.set(keyOf(host, service), now());
      if (lastAnswered.get(service) === host) lastAnswered.delete(service);
    },
  };
};

export type ControllerMemory = ReturnType<typeof createControllerMemory>;
