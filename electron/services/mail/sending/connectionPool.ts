import { randomBytes } from 'node:crypto';
import { sealSecret } from '../../proof/fingerprint.ts';
import { mailAccountOf } from '../proof/connectStage.ts';
import { type ConnectionPlace, createConnectionLimit } from '../proof/connectionLimit.ts';
import type { ResolvedSmtp } from '../resolvedProfile.ts';
import { createKeptConnections, type PooledConnection, type StartTimer } from './keptConnections.ts';

/** Servers count, too, and answer 421 to one message too many: Exim after a thousand, others after a hundred. */
const mostMessages = 100;

export type ConnectionPoolParts = {
  /** Must not keep the program alive. */
  startTimer: StartTimer;
};

/** Everything on which it depends to whom a connection leads, how it is protected, and who is signed in on it. */
const connectionValues = ({ host, port, encryption, trust, authentication, clientName }: ResolvedSmtp) => ({
  ...{ host, port, encryption, trust, authentication, clientName },
});

/**
 * Keeps connections that handed a message over for the next message of the same sign-in at the same server, for a few
 * seconds (RFC 5321, 4.1.1.5). A kept one still has its place in the limit of connections (REQUIREMENTS U21), and leaves as
 * soon as somebody else waits for that place. No password is kept with it.
 */
export const createConnectionPool = ({ startTimer }: ConnectionPoolParts) => {
  const turns = createConnectionLimit();
  const kept = createKeptConnections(startTimer);
  /** Profiles are compared by it; it never leaves the program. */
  const sealingKey = randomBytes(32).toString('base64');
  let isClosed = false;

  const keyOf = (values: ResolvedSmtp): string =>
    sealSecret(JSON.stringify(connectionValues(values)), sealingKey);

  return {
    /**
     * Waits until another message of this profile's account may be on its way at all, first come, first served. Throws the
     * signal's reason.
     */
    enter: (values: ResolvedSmtp, signal: AbortSignal): Promise<ConnectionPlace> =>
      turns.enter(mailAccountOf(values), values.maxConnections, signal),

    /** A kept connection that these values may use; null: there is none. */
    take: (values: ResolvedSmtp): PooledConnection | null => kept.take(keyOf(values)),

    /** Takes a connection that has just handed a message over: it is kept, or says good-bye. */
    give: (values: ResolvedSmtp, connection: PooledConnection): void => {
      const { session, messages } = connection;
      session.forgetMessage();
      const isWanted = !isClosed && messages < mostMessages && !session.place.isAwaited;
      if (isWanted && session.isUsable) kept.add(keyOf(values), connection);
      else kept.leave(connection);
    },

    /** Settles when every kept connection has said good-bye. What is given from now on is kept no more. */
    close: async (): Promise<void> => {
      isClosed = true;
      await kept.settle();
    },
  };
};

export type ConnectionPool = ReturnType<typeof createConnectionPool>;
