import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Where and with which surroundings a command runs. */
export type CommandSurroundings = {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
};

/**
 * Runs a program to its end, without a shell.
 * @returns its standard output.
 * @throws Error with the program's standard error in the message when it fails or cannot be started.
 */
export async function runCommand(
  program: string,
  parameters: readonly string[],
  surroundings: CommandSurroundings = {},
): Promise<string> {
  const { stdout } = await execute(program, [...parameters], {
    ...surroundings,
    maxBuffer: 16 * 1024 * 1024,
  });
  return stdout;
}
