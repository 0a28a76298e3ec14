import { ConnectionError } from './connectionError.ts';
import { LineReader } from './lineReader.ts';
import { withConnection } from './withConnection.ts';

type Port = { address: string; port: number };

/**
 * What a port says first on a connection of its own, in the clear; empty: nothing for `limitMs`. After half of it the
 * port is spoken to, since a web server waits for that: every command is nonsense to it, and QUIT does no harm to
 * others.
 */
export const firstWords = async (
  { address, port }: Port,
  limitMs: number,
  signal: AbortSignal,
): Promise<string> => {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(limitMs)]);
  try {
    return await withConnection({ host: address, port }, limit, async (socket) => {
      const timer = setTimeout(() => socket.write('QUIT\r\n'), limitMs / 2);
      return new LineReader(socket).next().finally(() => clearTimeout(timer));
    });
  } catch (error) {
    if (error instanceof ConnectionError) return error.words;
    if (error instanceof Error) return '';
    throw error;
  }
};
