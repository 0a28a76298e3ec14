import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

/**
 * Asks on standard error and gives the line that is typed, which the terminal does not show. Empty when the input ends
 * instead (Ctrl+D). Throws AbortError once `signal` is aborted.
 */
export const askHidden = async (question: string, signal: AbortSignal): Promise<string> => {
  process.stderr.write(`${question} `);
  const lines = createInterface({
    ...{ input: process.stdin, output: nowhere(), terminal: true, historySize: 0 },
  });
  /** While a terminal is read by the key, Ctrl+C is a key and no signal. */
  lines.once('SIGINT', () => process.emit('SIGINT'));
  const ended = once(lines, 'close').then(() => '');
  try {
    return await Promise.race([lines.question('', { signal }), ended]);
  } catch (error) {
    const isEnd = error instanceof Error && error.name === 'AbortError' && !signal.aborted;
    if (!isEnd) throw error;
    return '';
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
};
