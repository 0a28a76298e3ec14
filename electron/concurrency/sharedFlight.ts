import { untilAborted } from './untilAborted.ts';

type Flight<Result> = { result: Promise<Result>; leave: () => void; join: () => void };

/** Work that is done once for all who want the same at the same time. */
export type SharedFlights<Result> = {
  /**
   * Gives the result of the work under this key: of that which is going on, or of new work.
   * @param work is aborted when all who wait for it are. Throws the signal's reason, or what the work throws.
   */
  join(key: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<Result>): Promise<Result>;
};

/** Makes the place where equal work meets. */
export const createSharedFlights = <Result>(): SharedFlights<Result> => {
  const flights = new Map<string, Flight<Result>>();

  const start = (key: string, work: (signal: AbortSignal) => Promise<Result>): Flight<Result> => {
    const given = new AbortController();
    let waiting = 0;
    const end = (): void => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    const flight: Flight<Result> = {
      result: work(given.signal).finally(end),
      join: () => (waiting += 1),
      leave: () => {
        waiting -= 1;
        if (waiting > 0) return;
        end();
        given.abort();
      },
    };
    flights.set(key, flight);
    return flight;
  };

  return {
    join: async (key, signal, work) => {
      signal.throwIfAborted();
      const flight = flights.get(key) ?? start(key, work);
      flight.join();
      try {
        return await untilAborted(flight.result, signal);
      } finally {
        flight.leave();
      }
    },
  };
};
