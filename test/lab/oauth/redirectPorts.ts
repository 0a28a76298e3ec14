import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';

/** A port that nothing else uses: who listens on it may use 9999 and 8888. */
const lockPort = 9998;
const betweenTriesMs = 50;

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

/**
 * Waits until no other test, in whichever process, uses the ports 9999 and 8888, and keeps them for this one. They are
 * free again when it calls what it gets, or when its process ends.
 */
export async function claimRedirectPorts(): Promise<() => Promise<void>> {
  for (;;) {
    const server = createServer();
    try {
      server.listen({ host: '127.0.0.1', port: lockPort, exclusive: true });
      await once(server, 'listening');
      return async () => {
        const closed = once(server, 'close');
        server.close();
        await closed;
      };
    } catch (error) {
      if (!isTaken(error)) throw error;
      await setTimeout(betweenTriesMs);
    }
  }
}
