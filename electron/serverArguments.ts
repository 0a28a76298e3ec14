import { parseArgs } from 'node:util';

export type ServerArguments = {
  /** As it was given. */
  dataDirectory: string | undefined;
  /** 0: any free port. */
  port: number;
  /** After so long without a page or a call the door closes, in ms. */
  idleMs: number;
};

const options = {
  'data-dir': { type: 'string' },
  port: { type: 'string', default: '0' },
  'idle-minutes': { type: 'string', default: '30' },
} as const;

/** Timers count milliseconds in 32 bits, which is not quite 25 days. */
const longestIdleMinutes = 24 * 24 * 60;

const readPort = (text: string): number => {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new RangeError(`--port takes a whole number from 0 to 65535, not "${text}"`);
};

const readIdleMinutes = (text: string): number => {
  const minutes = Number(text);
  if (minutes > 0 && minutes <= longestIdleMinutes) return minutes;
  throw new RangeError(
    `--idle-minutes takes minutes, more than 0, at most ${longestIdleMinutes}, not "${text}"`,
  );
};

/**
 * Reads the arguments of the door on loopback: `--data-dir FOLDER`, `--port NUMBER` (0, the default: any free one),
 * `--idle-minutes NUMBER` (default 30). Throws an error that names the argument it cannot take.
 */
export const readServerArguments = (args: string[]): ServerArguments => {
  const { values } = parseArgs({ args, options });
  return {
    dataDirectory: values['data-dir'],
    port: readPort(values.port),
    idleMs: readIdleMinutes(values['idle-minutes']) * 60_000,
  };
};
