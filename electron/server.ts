import { dataDirectory } from './dataDirectory.ts';
import { openHttpHost, type HttpHost } from './hosts/http/httpHost.ts';
import { createJsonLog } from './hosts/jsonLog.ts';
import { openApp, StartRefused } from './hosts/openApp.ts';
import { createPageFiles } from './hosts/pages/pageFiles.ts';
import { pagesFolder } from './hosts/pages/pagesFolder.ts';
import { startingPerson } from './hosts/startingPerson.ts';
import { logUnhandledErrors } from './hosts/unhandledErrors.ts';
import { programVersion } from './programVersion.ts';
import { readServerArguments } from './serverArguments.ts';
import { createLiveSecrets } from './stores/vault/liveSecrets.ts';

const systemLocale = (): string => new Intl.DateTimeFormat().resolvedOptions().locale;

const open = async (args: string[]): Promise<HttpHost> => {
  const given = readServerArguments(args);
  const secrets = createLiveSecrets();
  const log = createJsonLog((line) => process.stderr.write(line), secrets.mask);
  logUnhandledErrors(log);
  const { router } = await openApp({
    dataDirectory: dataDirectory(given.dataDirectory),
    log,
    secrets,
    version: programVersion,
    systemLocale: systemLocale(),
  });
  return openHttpHost({
    router,
    pages: createPageFiles(pagesFolder(import.meta.dirname)),
    context: startingPerson('browser'),
    log,
    port: given.port,
    limits: { idleMs: given.idleMs },
  });
};

/**
 * Door 2: serves the pages and the calls on 127.0.0.1. Arguments as `readServerArguments` takes them. Logs JSON lines
 * to standard error. Null when the data folder cannot be used; standard error then says why.
 */
export const openServer = async (args: string[]): Promise<HttpHost | null> => {
  try {
    return await open(args);
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 70;
    return null;
  }
};

if (import.meta.main) {
  const host = await openServer(process.argv.slice(2));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void host?.close());
  if (host) process.stdout.write(`Relay Console: ${host.createStartLink()}\n`);
}
