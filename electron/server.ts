import { dataDirectory } from './dataDirectory.ts';
import { openHttpHost, type HttpHost } from './hosts/http/httpHost.ts';
import { chooseLanguage } from './hosts/chooseLanguage.ts';
import { createJsonLog } from './hosts/jsonLog.ts';
import { openApp, StartRefused } from './hosts/openApp.ts';
import { createPageFiles } from './hosts/pages/pageFiles.ts';
import { pagesFolder } from './hosts/pages/pagesFolder.ts';
import { startingPerson } from './hosts/startingPerson.ts';
import { logUnhandledErrors } from './hosts/unhandledErrors.ts';
import { loadTranslator } from './locales/translate.ts';
import { programVersion } from './programVersion.ts';
import { readServerArguments, type ServerArguments } from './serverArguments.ts';
import { systemCodeOf } from './stores/files/storageFailure.ts';
import { createLiveSecrets } from './stores/vault/liveSecrets.ts';

const systemLocale = (): string => new Intl.DateTimeFormat().resolvedOptions().locale;

const readArguments = (args: string[]): ServerArguments => {
  try {
    return readServerArguments(args);
  } catch (error) {
    throw new StartRefused(error instanceof Error ? error.message : String(error), { cause: error });
  }
};

/** Says in the system's language which port the system refuses. */
const onPort = async (port: number, opening: Promise<HttpHost>): Promise<HttpHost> => {
  try {
    return await opening;
  } catch (error) {
    const reason = systemCodeOf(error);
    if (reason === null) throw error;
    const translate = await loadTranslator(chooseLanguage(undefined, process.env, systemLocale()), ['cli']);
    throw new StartRefused(translate('cli:usage.portUnusable', { port, reason }), { cause: error });
  }
};

const open = async (args: string[]): Promise<HttpHost> => {
  const given = readArguments(args);
  const secrets = createLiveSecrets();
  const log = createJsonLog((line) => process.stderr.write(line), secrets.mask);
  logUnhandledErrors(log);
  const { router, background, mayUseBasic, close } = await openApp({
    dataDirectory: dataDirectory(given.dataDirectory),
    log,
    secrets,
    version: programVersion,
    systemLocale: systemLocale(),
  });
  const opening = openHttpHost({
    router,
    mayUseBasic,
    pages: createPageFiles(pagesFolder(import.meta.dirname)),
    context: startingPerson('browser'),
    log,
    port: given.port,
    limits: { idleMs: given.idleMs },
  });
  const host = await onPort(given.port, opening);
  background.start();
  const closed = host.closed.then(close);
  const closeAll = async (): Promise<void> => {
    await host.close();
    await closed;
  };
  return { ...host, close: closeAll, closed };
};

/**
 * Door 2: serves the pages and the calls on 127.0.0.1. Arguments as `readServerArguments` takes them. Logs JSON lines
 * to standard error. Null when an argument, the data folder or the port cannot be used; standard error then says why.
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
