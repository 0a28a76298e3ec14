import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

// Below 32768, where Linux hands out ports to outgoing connections: no such connection takes one of ours.
const lowestPort = 10_240;
const highestPort = 32_767;
const blockSize = 32;
const attempts = 50;

/** Free neighbouring loopback ports that belong to one lab until released. */
export type PortBlock = {
  /** At most 31 ports that nobody listened on when the block was claimed. */
  readonly ports: readonly number[];
  /** Lets other labs have the block. */
  release(): Promise<void>;
};

async function listen(port: number): Promise<Server> {
  const server = createServer((socket) => socket.destroy());
  server.listen({ port, host: '127.0.0.1', exclusive: true });
  await once(server, 'listening');
  return server;
}

async function close(server: Server): Promise<void> {
  server.close();
  await once(server, 'close');
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

/** @returns the listener that marks the block as taken, or undefined when any port of the block is in use. */
async function tryBlock(first: number): Promise<Server | undefined> {
  const listeners: Server[] = [];
  try {
    for (let port = first; port < first + blockSize; port += 1) listeners.push(await listen(port));
    const [marker, ...probes] = listeners.splice(0);
    await Promise.all(probes.map(close));
    return marker;
  } catch (error) {
    if (!isTaken(error)) throw error;
    return undefined;
  } finally {
    await Promise.all(listeners.map(close));
  }
}

/**
 * Claims a random block of free ports on 127.0.0.1. The block's first port stays in use as the mark of the claim, so
 * that two labs that start at the same moment never get the same block.
 * @throws Error when no free block is found.
 */
export async function claimPortBlock(): Promise<PortBlock> {
  const blocks = Math.floor((highestPort - lowestPort + 1) / blockSize);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const first = lowestPort + randomInt(blocks) * blockSize;
    const marker = await tryBlock(first);
    if (marker === undefined) continue;
    marker.unref();
    const ports = Array.from({ length: blockSize - 1 }, (_, index) => first + 1 + index);
    return { ports, release: () => close(marker) };
  }
  throw new Error(`No ${blockSize} free neighbouring ports found on 127.0.0.1 in ${attempts} attempts.`);
}

/**
 * Gives each name a port of its own.
 * @throws RangeError when there are more names than ports.
 */
export function namePorts<Name extends string>(
  names: readonly Name[],
  ports: readonly number[],
): Readonly<Record<Name, number>> {
  if (names.length > ports.length)
    throw new RangeError(`${names.length} names, but only ${ports.length} ports.`);
  const entries = names.map((name, index) => [name, ports[index]]);
  return Object.fromEntries(entries) as Record<Name, number>;
}
