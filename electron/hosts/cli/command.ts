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
  /** Options that may be given several times, with all their values. */
  repeated: Arguments['repeated'];
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
  /** Of them: those that may be given several times. */
  repeatable?: readonly OptionName[];
  /** Options that mean something else here: what they do is `cli:options.<this>`. */
  meanings?: Partial<Record<OptionName, string>>;
  /** What stands for choice where the options' table leaves it to the command. */
  choices?: Partial<Record<OptionName, readonly string[]>>;
  /** How many words may stand behind its own. */
  operands: number;
  /** Only what the command needs is loaded, so that a short one starts at once. */
  load: () => Promise<Command>;
};
