import type { Language } from '../../contract/languages.ts';
import type { Arguments } from './readArguments.ts';
import type { ExitCode } from './exitCode.ts';
import type { OptionName } from './options.ts';
import type { Terminal } from './terminal.ts';

/** What a command gets. */
export type Invocation = {
  /** What stands behind the words of the command itself. */
  words: readonly string[];
  options: Arguments['options'];
  language: Language;
  terminal: Terminal;
  environment: NodeJS.ProcessEnv;
  /** Aborted by Ctrl+C. */
  signal: AbortSignal;
};

export type Command = (invocation: Invocation) => Promise<ExitCode>;

export type CommandEntry = {
  /** The words that call it. */
  words: readonly string[];
  /** How it is written, for the help. */
  usage: string;
  options: readonly OptionName[];
  /** How many words may stand behind its own. */
  operands: number;
  /** Only what the command needs is loaded, so that a short one starts at once. */
  load: () => Promise<Command>;
};
