import { dataDirectory } from '../../dataDirectory.ts';
import { programVersion } from '../../programVersion.ts';
import { storing } from '../../stores/files/storageFailure.ts';
import { createLiveSecrets } from '../../stores/vault/liveSecrets.ts';
import { dataFolderRefusal } from '../dataFolderRefusal.ts';
import { createJsonLog } from '../jsonLog.ts';
import { startingPerson } from '../startingPerson.ts';
import type { Caller } from '../../services/session/identify.ts';
import type { Invocation } from './command.ts';
import { createInProcessClient, createInProcessLink, type InProcessClient } from '../inProcessClient.ts';
import { createSessionFile, type SessionFile } from './sessionFile.ts';
import { UsageError } from './usageError.ts';

export type OpenConsole = {
  client: InProcessClient;
  /** Calls an operation by its path; the input is whatever a person wrote, checked as at every door. */
  call: (path: readonly string[], input: unknown, signal: AbortSignal) => Promise<unknown>;
  /** Who runs the command; signing in and out changes it. */
  caller: Caller;
  sessionFile: SessionFile;
  /** Ends a session that began in this command, unless the file keeps it, and closes the program. */
  close: () => Promise<void>;
};

/** UsageError for a folder that cannot hold the data; STORAGE_FAILED for whatever else the system refuses. */
const inFolder = <Result>(folder: string, open: () => Promise<Result>): Promise<Result> =>
  storing(folder, async () => {
    try {
      return await open();
    } catch (error) {
      const refusal = dataFolderRefusal(error, folder);
      throw refusal === null ? error : new UsageError(refusal.code, refusal.parameters, error);
    }
  });

/**
 * Opens the program on its data folder for one command; the operations are the same as behind the other doors. Only
 * faults are logged, as JSON lines on standard error: what went well is the command's own output.
 */
export const openConsole = async ({ options, terminal, environment }: Invocation): Promise<OpenConsole> => {
  const { createApp } = await import('../../app.ts');
  const secrets = createLiveSecrets();
  const { error } = createJsonLog((line) => terminal.complain(line.trimEnd()), secrets.mask);
  const folder = dataDirectory(options.get('data-dir'), environment);
  const app = await inFolder(folder, () =>
    createApp({
      dataDirectory: folder,
      log: { error, info: () => undefined },
      secrets,
      version: programVersion,
      systemLocale: new Intl.DateTimeFormat().resolvedOptions().locale,
    }),
  );
  const caller: Caller = { startedProgram: true, token: null };
  const person = { ...startingPerson('commandLine', environment), caller };
  const link = createInProcessLink(app.router, person);
  const client = createInProcessClient(app, person);
  const sessionFile = createSessionFile(folder, environment);

  /** What cannot be read keeps nobody signed in. */
  const isKept = async (token: string): Promise<boolean> => {
    try {
      return token === (await sessionFile.read());
    } catch (unreadable) {
      error('cli.sessionFileUnreadable', { error: unreadable });
      return false;
    }
  };

  return {
    client,
    call: (path, input, signal) => link.call([...path], input, { context: {}, signal }),
    caller,
    sessionFile,
    close: async () => {
      try {
        if (caller.token !== null && !(await isKept(caller.token))) await client.session.signOut();
      } finally {
        await app.close();
      }
    },
  };
};
