import { text } from 'node:stream/consumers';

/** Where a command reads and writes. */
export type Terminal = {
  /** One line of the result. */
  print: (line: string) => void;
  /** One line about a fault. */
  complain: (line: string) => void;
  /** Everything that comes through standard input, as UTF-8. */
  readInput: () => Promise<string>;
};

const isClosedPipe = (error: NodeJS.ErrnoException): boolean => error.code === 'EPIPE';

/** A reader that has seen enough (`| head -1`) closes the pipe: what is written then is dropped without a fault. */
const surviveClosedPipe = (stream: NodeJS.WriteStream): void => {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (!isClosedPipe(error)) throw error;
  });
};

/** The streams of this process. */
export const processTerminal = (): Terminal => {
  surviveClosedPipe(process.stdout);
  surviveClosedPipe(process.stderr);
  return {
    print: (line) => void process.stdout.write(`${line}\n`),
    complain: (line) => void process.stderr.write(`${line}\n`),
    readInput: () => text(process.stdin),
  };
};
