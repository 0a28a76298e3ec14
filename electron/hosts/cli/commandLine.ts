import type { Language } from '../../contract/languages.ts';
import { loadTranslator } from '../../locales/translate.ts';
import { programVersion } from '../../programVersion.ts';
import { chooseLanguage } from '../chooseLanguage.ts';
import { type CommandName, commandNames, commandOf } from './commands.ts';
import { type ExitCode, exitCodeOf, exitCodes } from './exitCode.ts';
import { faultLines } from './faultLines.ts';
import { helpText } from './help.ts';
import { globalOptions } from './options.ts';
import { type Arguments, readArguments } from './readArguments.ts';
import { suggestion } from './suggestion.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usageError.ts';

const findCommand = (words: readonly string[]): CommandName | null =>
  commandNames.find((name) => commandOf(name).words.every((word, index) => words[index] === word)) ?? null;

/** What is wrong with words that are no command: one is begun, or one is misspelled. */
const unknownCommand = (words: readonly string[]): UsageError => {
  const entries = commandNames.map(commandOf);
  const command = words.join(' ');
  const begun = entries.filter((entry) => words.every((word, index) => entry.words[index] === word));
  const usage = begun.map((entry) => entry.usage).join(' | ');
  if (usage !== '') return new UsageError('incompleteCommand', { command, usage });
  const near = entries.map(({ words: own }) =>
    suggestion(words.slice(0, own.length).join(' '), [own.join(' ')]),
  );
  return new UsageError('unknownCommand', { command, ...near.find((found) => 'suggestion' in found) });
};

const refuseForeignOptions = (name: CommandName, { options }: Arguments): void => {
  const known = [...commandOf(name).options, ...globalOptions];
  const foreign = [...options.keys()].find((option) => !known.includes(option));
  if (foreign) throw new UsageError('unknownOption', { option: `--${foreign}` });
};

/** Two recipients, for example, of which only one would count. */
const refuseRepeated = (name: CommandName, { repeated }: Arguments): void => {
  const { repeatable = [] } = commandOf(name);
  const option = [...repeated].find(([known, values]) => values.length > 1 && !repeatable.includes(known));
  if (option) throw new UsageError('repeatedOption', { option: `--${option[0]}` });
};

/** What stands behind the words of the command itself. */
const operandsOf = (name: CommandName, { words }: Arguments): readonly string[] => {
  const { words: own, operands: most } = commandOf(name);
  const operands = words.slice(own.length);
  if (operands.length > most) throw new UsageError('tooManyWords', { words: operands.slice(most).join(' ') });
  return operands;
};

const runCommand = async (
  name: CommandName,
  given: Arguments,
  { terminal, signal, environment, systemLocale }: Surroundings,
): Promise<ExitCode> => {
  refuseForeignOptions(name, given);
  refuseRepeated(name, given);
  const words = operandsOf(name, given);
  const { options, repeated } = given;
  const command = await commandOf(name).load();
  const language = chooseLanguage(options.get('language'), environment, systemLocale);
  return command({ words, options, repeated, language, terminal, environment, signal });
};

/** What the program finds around it. */
export type Surroundings = {
  terminal: Terminal;
  environment: NodeJS.ProcessEnv;
  /** BCP 47 tag of the system's language. */
  systemLocale: string;
  /** Aborted by Ctrl+C. */
  signal: AbortSignal;
};

const obey = async (args: readonly string[], surroundings: Surroundings): Promise<ExitCode> => {
  const { terminal, environment, systemLocale } = surroundings;
  const given = readArguments(args);
  const command = findCommand(given.words);
  if (given.options.has('version')) {
    terminal.print(programVersion);
    return exitCodes.passed;
  }
  const wantsHelp = given.options.has('help');
  if (!wantsHelp && command !== null) return runCommand(command, given, surroundings);
  if (!wantsHelp && given.words.length > 0) throw unknownCommand(given.words);
  const language = chooseLanguage(given.options.get('language'), environment, systemLocale);
  const help = await helpText(await loadTranslator(language, ['cli']), command);
  (wantsHelp ? terminal.print : terminal.complain)(help);
  return wantsHelp ? exitCodes.passed : exitCodes.badInput;
};

/** The language for a complaint about arguments that could not be read whole. */
export const languageForComplaint = (
  args: readonly string[],
  { environment, systemLocale }: Surroundings,
): Language => {
  const index = args.indexOf('--language');
  const option = args.find((argument) => argument.startsWith('--language='))?.slice('--language='.length);
  return chooseLanguage(option ?? (index < 0 ? undefined : args[index + 1]), environment, systemLocale);
};

/**
 * Runs one command line, without the names of runtime and program, and gives its exit code. Results go to standard
 * output, everything else to standard error.
 */
export const runCommandLine = async (
  args: readonly string[],
  surroundings: Surroundings,
): Promise<ExitCode> => {
  try {
    return await obey(args, surroundings);
  } catch (error) {
    if (surroundings.signal.aborted) return exitCodes.interrupted;
    const lines = await faultLines(error, languageForComplaint(args, surroundings));
    if (lines === null) throw error;
    for (const line of lines) surroundings.terminal.complain(line);
    return error instanceof UsageError ? exitCodes.badInput : exitCodeOf(error);
  }
};
