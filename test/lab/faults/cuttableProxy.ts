import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** Where a network begins and ends; the ports are the same on both sides. */
export type ProxyPlan = {
  /** Loopback address to listen on. */
  readonly address: string;
  /** Address of the server behind. */
  readonly target: string;
  readonly ports: readonly number[];
};

/** A network between clients and a server that can fail. */
export type CuttableProxy = {
  readonly address: string;
  /** Hears of each piece of an answer before it is passed on: the moment to hold or to cut. To be set by the test. */
  onAnswer: () => void;
  /** From now on nothing passes in either direction, and nobody is told: a cable is pulled. */
  hold(): void;
  /** Lets everything pass again, also what waits. */
  release(): void;
  /** Resets every connection of this moment. */
  cut(): void;
  /** Resets every connection and frees the ports: later ones are refused. Calling it again does nothing. */
  close(): Promise<void>;
};

type Listener = { readonly server: Server; readonly port: number };

async function closeServer({ server }: Listener): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  await closed;
}

/** The open connections, and whether anything passes. */
class Links {
  readonly #sockets = new Set<Socket>();
  #isHeld = false;

  /** Joins a client with the server behind. */
  add(client: Socket, server: Socket, onAnswer: () => void): void {
    this.#passOn(server, client, onAnswer);
    this.#passOn(client, server);
    if (this.#isHeld) this.hold();
  }

  hold(): void {
    this.#isHeld = true;
    for (const socket of this.#sockets) socket.pause();
  }

  release(): void {
    this.#isHeld = false;
    for (const socket of this.#sockets) socket.resume();
  }

  cut(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
    this.#sockets.clear();
  }

  #passOn(from: Socket, to: Socket, onPiece?: () => void): void {
    this.#sockets.add(from);
    from.on('data', (piece) => {
      onPiece?.();
      if (this.#isHeld) from.unshift(piece);
      else if (!to.destroyed && !to.write(piece)) this.#waitFor(from, to);
    });
    from.once('end', () => to.end());
    from.on('error', () => to.resetAndDestroy());
    from.once('close', () => {
      this.#sockets.delete(from);
      to.destroy();
    });
  }

  #waitFor(from: Socket, to: Socket): void {
    from.pause();
    to.once('drain', () => {
      if (!this.#isHeld) from.resume();
    });
  }
}

/**
 * Puts a network that can fail in front of a server.
 * @throws Error when a port cannot be listened on; ports below 1024 need root.
 */
export async function startCuttableProxy(plan: ProxyPlan): Promise<CuttableProxy> {
  const { address, target, ports } = plan;
  const links = new Links();
  const listeners = ports.map((port): Listener => {
    const serve = (client: Socket): void => {
      links.add(client, connect(port, target), () => {
        proxy.onAnswer();
      });
    };
    return { server: createServer(serve), port };
  });
  const close = async (): Promise<void> => {
    links.cut();
    await Promise.all(listeners.map(closeServer));
  };
  const proxy: CuttableProxy = {
    address,
    onAnswer: () => undefined,
    hold: () => {
      links.hold();
    },
    release: () => {
      links.release();
    },
    cut: () => {
      links.cut();
    },
    close,
  };
  try {
    for (const { server, port } of listeners) {
      server.listen({ port, host: address, exclusive: true });
      await once(server, 'listening');
    }
  } catch (error) {
    await close();
    throw error;
  }
  return proxy;
}
