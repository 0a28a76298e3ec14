import { addAbortSignal, type Readable } from 'node:stream';
import { escapeControls } from '../escapeControls.ts';
import { askHidden } from './askHidden.ts';

/** Where a command reads and writes. */
export type Terminal = {
  /** A part of the result, and a line feed. */
  print: (text: string) => void;
  /** What is said about a fault, and a line feed. */
  complain: (text: string) => void;
  /** The bytes of standard input as they come; reading them fails once `signal` is aborted. */
  input: (signal: AbortSignal) => Readable;
  /** Asks a person for a line that is not shown; absent when nobody types. */
  askHidden?: (question: string, signal: AbortSignal) => Promise<string>;
};

/** The streams of this process. Characters that a terminal obeys are written as escapes. */
export const processTerminal = (): Terminal => ({
  print: (text) => void process.stdout.write(`${escapeControls(text)}\n`),
  complain: (text) => void process.stderr.write(`${escapeControls(text)}\n`),
  input: (signal) => addAbortSignal(signal, process.stdin),
  ...(process.stdin.isTTY ? { askHidden } : {}),
});

const isClosedPipe = (error: NodeJS.ErrnoException): boolean => error.code === 'EPIPE';

/**
 * Comes to pass when an output of this process cannot be written any more: the disk is full, for example. A reader that
 * has seen enough (`| head -1`) closes the pipe: what is written then is dropped without a fault.
 */
export const outputFault = (): Promise<NodeJS.ErrnoException> =>
  new Promise((resolve) => {
    for (const stream of [process.stdout, process.stderr])
      stream.on('error', (error: NodeJS.ErrnoException) => {
        if (!isClosedPipe(error)) resolve(error);
      });
  });
