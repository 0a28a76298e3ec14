import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  dovecotConfiguration,
  type DovecotLayout,
  dovecotTokenFile,
  dovecotUserFile,
  tokenFileName,
} from './dovecotConfiguration.ts';
import type { LabKeeper } from './labKeeper.ts';
import { LogFile } from './logFile.ts';
import { type ServerProcess, startServerProcess } from './serverProcess.ts';

/** A running Dovecot. */
export type Dovecot = {
  readonly log: LogFile;
  readonly process: ServerProcess;
};

/**
 * Starts Dovecot with everything it writes inside the lab; all its ports are open when it is ready.
 * @throws Error with Dovecot's own words when it does not start.
 */
export async function startDovecot(layout: DovecotLayout, keeper: LabKeeper): Promise<Dovecot> {
  const home = path.join(layout.directory, 'dovecot');
  const configuration = path.join(home, 'dovecot.conf');
  mkdirSync(home, { recursive: true });
  writeFileSync(path.join(home, 'users'), dovecotUserFile());
  const { tokens } = layout.signIns;
  if (tokens !== undefined)
    writeFileSync(path.join(home, tokenFileName), dovecotTokenFile(tokens.introspectionUrl));
  writeFileSync(configuration, dovecotConfiguration(layout));
  const log = new LogFile(path.join(layout.directory, 'log', 'dovecot.log'));
  const process = await startServerProcess({
    program: '/usr/sbin/dovecot',
    parameters: ['-F', '-c', configuration],
    outputPath: path.join(layout.directory, 'log', 'dovecot-output.log'),
    log,
    keeper,
    untilReady: (signal) => log.waitFor(/master: Info: Dovecot .* starting up/, { signal }),
  });
  return { log, process };
}
