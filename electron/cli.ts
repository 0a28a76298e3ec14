import { runCommandLine } from './hosts/cli/commandLine.ts';
import { exitCodes } from './hosts/cli/exitCode.ts';
import { interruption } from './hosts/cli/interruption.ts';
import { processTerminal } from './hosts/cli/terminal.ts';

/** Door 3: the command line. Runs the arguments of this process and sets its exit code. */
export const runProcess = async (): Promise<void> => {
  const terminal = processTerminal();
  try {
    process.exitCode = await runCommandLine(process.argv.slice(2), {
      terminal,
      environment: process.env,
      systemLocale: new Intl.DateTimeFormat().resolvedOptions().locale,
      signal: interruption(),
    });
  } catch (error) {
    terminal.complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = exitCodes.internal;
  }
};

if (import.meta.main) await runProcess();
