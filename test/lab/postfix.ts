import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LabKeeper } from './labKeeper.ts';
import { LogFile } from './logFile.ts';
import {
  type PostfixLayout,
  postfixMainConfiguration,
  postfixServiceConfiguration,
} from './postfixConfiguration.ts';
import { runCommand } from './runCommand.ts';
import { type ServerProcess, startServerProcess } from './serverProcess.ts';

/** A running Postfix. */
export type Postfix = {
  readonly log: LogFile;
  readonly process: ServerProcess;
};

// Postfix reads a configuration that is younger than two seconds again and again, for fear that it is being written.
const configurationAgeMs = 60_000;

function writeConfiguration(file: string, content: string): void {
  writeFileSync(file, content);
  const writtenAt = new Date(Date.now() - configurationAgeMs);
  utimesSync(file, writtenAt, writtenAt);
}

async function prepare(home: string, configuration: string, layout: PostfixLayout): Promise<void> {
  const data = path.join(home, 'data');
  for (const folder of [configuration, data, path.join(home, 'spool')])
    mkdirSync(folder, { recursive: true });
  writeConfiguration(path.join(configuration, 'main.cf'), postfixMainConfiguration(layout));
  writeConfiguration(path.join(configuration, 'master.cf'), postfixServiceConfiguration(layout));
  await runCommand('chown', ['postfix', data]);
  // Creates the folders of the spool. The path must be absolute: Postfix looks elsewhere otherwise, without a word.
  await runCommand('/usr/sbin/postfix', ['-c', configuration, 'check']);
}

/**
 * Starts Postfix with its configuration, spool and data inside the lab; all its ports are open when it is ready.
 * @throws Error with Postfix's own words when it does not start.
 */
export async function startPostfix(layout: PostfixLayout, keeper: LabKeeper): Promise<Postfix> {
  const home = path.join(layout.directory, 'postfix');
  const configuration = path.join(home, 'etc');
  await prepare(home, configuration, layout);
  const log = new LogFile(path.join(layout.directory, 'log', 'postfix.log'));
  const process = await startServerProcess({
    program: '/usr/lib/postfix/sbin/master',
    parameters: ['-c', configuration, '-s'],
    outputPath: path.join(layout.directory, 'log', 'postfix-output.log'),
    log,
    keeper,
    untilReady: (signal) => log.waitFor(/master\[\d+\]: daemon started/, { signal }),
  });
  return { log, process };
}
