import type { Socket } from 'node:net';
import { listenOnLoopback } from './faults/loopbackServer.ts';

/** One question of Postfix: may this client send this sender's mail to this recipient? */
export type GreylistAttempt = {
  readonly clientAddress: string;
  readonly sender: string;
  readonly recipient: string;
  /** `defer` became `450 4.7.1 … Greylisted, try again later`. */
  readonly verdict: 'accept' | 'defer';
};

/** The greylist of a lab: the first attempt is always deferred, later ones until the test lets them through. */
export type Greylist = {
  /** Loopback port of the policy server (Postfix SMTPD_POLICY_README). */
  readonly port: number;
  /** Every question so far, in order. */
  readonly attempts: readonly GreylistAttempt[];
  /** From now on accepts what has been deferred before. */
  release(): void;
  /** Also accepts what was first deferred at least this many milliseconds ago; Infinity, as at the start: never. */
  acceptAfter(milliseconds: number): void;
  /** Forgets everything, also what `release` and `acceptAfter` said. */
  reset(): void;
  /** Ends the policy server. */
  close(): Promise<void>;
};

/** Keeps what was deferred and decides. */
class GreylistMemory {
  readonly attempts: GreylistAttempt[] = [];
  readonly #firstDeferred = new Map<string, { at: number; released: boolean }>();
  #acceptAfterMs = Infinity;

  decide(attempt: Omit<GreylistAttempt, 'verdict'>): 'accept' | 'defer' {
    const key = JSON.stringify([attempt.clientAddress, attempt.sender, attempt.recipient]);
    const earlier = this.#firstDeferred.get(key);
    const accepted =
      earlier !== undefined && (earlier.released || performance.now() - earlier.at >= this.#acceptAfterMs);
    if (earlier === undefined) this.#firstDeferred.set(key, { at: performance.now(), released: false });
    const verdict = accepted ? 'accept' : 'defer';
    this.attempts.push({ ...attempt, verdict });
    return verdict;
  }

  release(): void {
    for (const entry of this.#firstDeferred.values()) entry.released = true;
  }

  acceptAfter(milliseconds: number): void {
    this.#acceptAfterMs = milliseconds;
  }

  reset(): void {
    this.#firstDeferred.clear();
    this.attempts.length = 0;
    this.#acceptAfterMs = Infinity;
  }
}

function parseRequest(text: string): Omit<GreylistAttempt, 'verdict'> {
  const attributes = new URLSearchParams(text.split('\n').map((line) => splitAttribute(line)));
  return {
    clientAddress: attributes.get('client_address') ?? '',
    sender: attributes.get('sender') ?? '',
    recipient: attributes.get('recipient') ?? '',
  };
}

function splitAttribute(line: string): [string, string] {
  const equals = line.indexOf('=');
  return [line.slice(0, equals), line.slice(equals + 1)];
}

/** Answers requests: lines name=value, ended by an empty line; Postfix keeps the connection for the next one. */
function serveRequests(socket: Socket, memory: GreylistMemory): void {
  let pending = '';
  socket.on('data', (chunk) => {
    const requests = `${pending}${chunk.toString('utf8')}`.split('\n\n');
    pending = requests.pop() ?? '';
    for (const request of requests) {
      const verdict = memory.decide(parseRequest(request));
      const action = verdict === 'accept' ? 'DUNNO' : 'DEFER_IF_PERMIT Greylisted, try again later';
      socket.write(`action=${action}\n\n`);
    }
  });
}

/** Starts the policy server in this process, on a free loopback port. */
export async function startGreylist(): Promise<Greylist> {
  const memory = new GreylistMemory();
  const { port, close } = await listenOnLoopback((socket) => {
    serveRequests(socket, memory);
  });
  return {
    port,
    attempts: memory.attempts,
    release: () => {
      memory.release();
    },
    acceptAfter: (milliseconds) => {
      memory.acceptAfter(milliseconds);
    },
    reset: () => {
      memory.reset();
    },
    close,
  };
}
