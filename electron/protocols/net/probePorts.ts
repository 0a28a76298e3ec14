import type { Socket } from 'node:net';
import { abortReason } from '../../concurrency/abortReason.ts';
import { errorCode } from './connectionError.ts';
import { openSocket } from './openSocket.ts';

export type PortProbe = {
  port: number;
  /** `refused`: the host is there and nothing listens; `unreachable`: no way there, or a firewall said no. */
  state: 'open' | 'refused' | 'timedOut' | 'unreachable';
  ms: number;
  /** The code of the system: `ECONNREFUSED`, `EHOSTUNREACH` …; null when it is open or was silent. */
  code: string | null;
};

export type ProbeOptions = {
  /** How long a port may be silent, in milliseconds. */
  limitMs: number;
  open?: (address: string, port: number, signal: AbortSignal) => Promise<Socket>;
};

const refusals = new Set(['ECONNREFUSED', 'ECONNRESET']);

const judge = (error: unknown, limit: AbortSignal): Pick<PortProbe, 'state' | 'code'> => {
  if (limit.aborted) return { state: 'timedOut', code: null };
  const code = errorCode(error);
  if (code === null) throw error;
  if (code === 'ETIMEDOUT') return { state: 'timedOut', code };
  return { state: refusals.has(code) ? 'refused' : 'unreachable', code };
};

/**
 * Opens and closes a TCP connection to each port of one address, all at once. Ends after `limitMs` milliseconds at the
 * latest. Throws the reason of the signal.
 */
export const probePorts = async (
  address: string,
  ports: readonly number[],
  signal: AbortSignal,
  { limitMs, open = openSocket }: ProbeOptions,
): Promise<PortProbe[]> => {
  const limit = AbortSignal.timeout(limitMs);
  const either = AbortSignal.any([signal, limit]);
  const probe = async (port: number): Promise<PortProbe> => {
    const started = performance.now();
    const took = (): number => Math.round(performance.now() - started);
    try {
      (await open(address, port, either)).destroy();
      return { port, state: 'open', ms: took(), code: null };
    } catch (error) {
      if (signal.aborted) throw abortReason(signal);
      return { port, ...judge(error, limit), ms: took() };
    }
  };
  return Promise.all(ports.map(probe));
};
