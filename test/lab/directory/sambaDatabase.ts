import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../runCommand.ts';
import type { DatabaseStep } from './domainRecipe.ts';
import { sambaConfigurationFile } from './sambaConfiguration.ts';

/**
 * Changes the database of a domain directly, whether its controller runs or not; a running one sees it at once.
 * @param home folder of the controller.
 * @throws Error with the tool's own words.
 */
export async function changeDatabase(
  home: string,
  { tool, ldif, parameters = [] }: DatabaseStep,
): Promise<void> {
  const file = path.join(home, `${randomUUID()}.ldif`);
  const database = ['-H', path.join(home, 'private/sam.ldb')];
  const configuration = `--configfile=${path.join(home, sambaConfigurationFile)}`;
  try {
    writeFileSync(file, ldif, { mode: 0o600 });
    await runCommand(tool, [...database, configuration, ...parameters, file]);
  } finally {
    rmSync(file, { force: true });
  }
}
