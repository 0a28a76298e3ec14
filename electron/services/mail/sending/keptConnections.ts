import type { SmtpSession } from '../proof/smtpSession.ts';

/** An open connection, and how many messages went over it. */
export type PooledConnection = { session: SmtpSession; messages: number };

/** Gives what stops the timer. */
export type StartTimer = (work: () => void, ms: number) => () => void;

type Kept = PooledConnection & { stop: () => void };

/** A connection that nobody uses is kept for this long, in ms: some servers let nobody idle for ten seconds. */
const keptMs = 5_000;

/** Connections that nobody uses, by whatever `key` tells apart what they can be used for. */
export const createKeptConnections = (startTimer: StartTimer) => {
  const kept = new Map<string, Set<Kept>>();
  const leaving = new Set<Promise<void>>();

  const leave = ({ session }: PooledConnection): void => {
    const left = session.leave().finally(() => leaving.delete(left));
    leaving.add(left);
  };

  const remove = (key: string, connection: Kept): void => {
    const others = kept.get(key);
    others?.delete(connection);
    if (others?.size === 0) kept.delete(key);
    connection.stop();
  };

  return {
    /** Says good-bye to the server; `settle` waits for the end of it. */
    leave,

    /** Keeps a connection until its time is up, its server closes it, or somebody else waits for its place. */
    add: (key: string, { session, messages }: PooledConnection): void => {
      const drop = (): void => {
        remove(key, connection);
        leave(connection);
      };
      const { socket, place } = session;
      const stops = [startTimer(drop, keptMs), () => void socket.off('close', drop)];
      const connection: Kept = { session, messages, stop: () => stops.forEach((stop) => stop()) };
      kept.set(key, (kept.get(key) ?? new Set()).add(connection));
      socket.once('close', drop);
      stops.push(place.rest(drop));
    },

    /** The one that was used last, as long as it can be used; null: there is none. */
    take: (key: string): PooledConnection | null => {
      for (const connection of [...(kept.get(key) ?? [])].toReversed()) {
        remove(key, connection);
        if (connection.session.isUsable) return connection;
        leave(connection);
      }
      return null;
    },

    /** Lets all of them leave; settles when every connection that left is closed. */
    settle: async (): Promise<void> => {
      for (const [key, connections] of [...kept])
        for (const connection of [...connections]) {
          remove(key, connection);
          leave(connection);
        }
      await Promise.all(leaving);
    },
  };
};
