import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

const attempts = 50;
const claimPort = 53;

/** 254 loopback addresses that belong to one lab until released. */
export type LoopbackNetwork = {
  /** @param host last number of the address, 1 to 253. */
  address(host: number): string;
  /** Lets other labs have the network. */
  release(): Promise<void>;
};

/** @returns the listener that marks the network as taken, or undefined when another lab has it. */
async function claim(address: string): Promise<Server | undefined> {
  const marker = createServer((socket) => socket.destroy());
  try {
    marker.listen({ port: claimPort, host: address, exclusive: true });
    await once(marker, 'listening');
    return marker;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return undefined;
    throw error;
  }
}

/**
 * Claims a random network 127.x.y.0/24: domain controllers need ports of their own choice, so each gets an address of
 * its own instead (Linux answers on all of 127.0.0.0/8). A listener on the last address marks the claim, so that two
 * labs that start at the same moment never get the same network.
 * @throws Error when no free network is found.
 */
export async function claimLoopbackNetwork(): Promise<LoopbackNetwork> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const network = `127.${randomInt(1, 255)}.${randomInt(0, 256)}`;
    const marker = await claim(`${network}.254`);
    if (marker === undefined) continue;
    marker.unref();
    const release = async (): Promise<void> => {
      marker.close();
      await once(marker, 'close');
    };
    return { address: (host) => `${network}.${host}`, release };
  }
  throw new Error(`No free network found in 127.0.0.0/8 in ${attempts} attempts.`);
}
