import { fail } from './contract/failures.ts';
import { languageForComplaint, runCommandLine, type Surroundings } from './hosts/cli/commandLine.ts';
import { exitCodes } from './hosts/cli/exitCode.ts';
import { faultLines } from './hosts/cli/faultLines.ts';
import { interruption } from './hosts/cli/interruption.ts';
import { outputFault, processTerminal } from './hosts/cli/terminal.ts';

/** A result that cannot be written is none: the program says so, if it can, and ends. */
const endWithoutOutput = async (args: readonly string[], surroundings: Surroundings): Promise<void> => {
  const error = await outputFault();
  const failure = fail('STORAGE_FAILED', { systemCode: error.code ?? error.name, file: 'stdout' }, error);
  const lines = (await faultLines(failure, languageForComplaint(args, surroundings))) ?? [];
  process.stderr.write(`${lines.join('\n')}\n`, () => process.exit(exitCodes.internal));
};

/** Door 3: the command line. Runs the arguments of this process and sets its exit code. */
export const runProcess = async (): Promise<void> => {
  const args = process.argv.slice(2);
  const terminal = processTerminal();
  const surroundings: Surroundings = {
    terminal,
    environment: process.env,
    systemLocale: new Intl.DateTimeFormat().resolvedOptions().locale,
    signal: interruption(),
  };
  void endWithoutOutput(args, surroundings);
  try {
    process.exitCode = await runCommandLine(args, surroundings);
  } catch (error) {
    terminal.complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = exitCodes.internal;
  }
};

if (import.meta.main) await runProcess();
