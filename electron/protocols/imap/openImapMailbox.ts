import type { ImapFlow, Logger } from 'imapflow';
import { hostToAscii } from '../dns/hostToAscii.ts';
import type { FoundMessage, MailboxOptions, MailboxServer, MessageMark, OpenMailbox } from '../mailbox.ts';
import { toOurError } from './imapError.ts';
import { inspectImapServer } from './inspectImapServer.ts';

/** A message that is searched for is not read: what a server sends beside is small. */
const limits = { maxLineLength: 1_048_576, maxLiteralSize: 1_048_576, maxResponseSize: 4_194_304 };

/** The caller's signal ends the wait: a day is never reached. */
const patienceMs = 86_400_000;

const translated = async <Value>(promise: Promise<Value>): Promise<Value> => {
  try {
    return await promise;
  } catch (error) {
    throw toOurError(error);
  }
};

/** Hears of errors that the library only logs. */
class RefusalListener implements Logger {
  last: unknown = null;
  readonly debug = (): void => undefined;
  readonly info = (): void => undefined;
  readonly error = (): void => undefined;
  readonly warn = (entry: unknown): void => {
    if (typeof entry === 'object' && entry !== null && 'err' in entry) this.last = entry.err;
  };
}

type Client = { flow: ImapFlow; refusals: RefusalListener };

const createClient = async (server: MailboxServer): Promise<Client> => {
  const { ImapFlow } = await import('imapflow');
  const { host, port, encryption, userName, password, anchors } = server;
  const refusals = new RefusalListener();
  const flow = new ImapFlow({
    ...limits,
    ...{ host: hostToAscii(host), port, auth: { user: userName, pass: password } },
    secure: encryption === 'tls',
    ...(encryption === 'starttls' ? { doSTARTTLS: true } : {}),
    tls: { secureContext: anchors.secureContext },
    ...{ logger: refusals, disableAutoIdle: true, disableCompression: true },
    ...{ connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs },
  });
  return { flow, refusals };
};

const findIn = async (
  { flow, refusals }: Client,
  folder: string,
  { messageId, header }: MessageMark,
): Promise<boolean> => {
  await flow.mailboxOpen(folder, { readOnly: true });
  const marks = [{ header: { 'Message-ID': messageId } }, { header: { [header.name]: header.value } }];
  const found = await flow.search({ or: marks }, { uid: true });
  // The library gives false for a search that was refused, and logs why.
  if (!Array.isArray(found)) throw refusals.last;
  return found.length > 0;
};

const junkFolder = async ({ flow }: Client): Promise<string | null> =>
  (await flow.list()).find(({ specialUse }) => specialUse === '\\Junk')?.path ?? null;

const findAnywhere = async (client: Client, mark: MessageMark): Promise<FoundMessage | null> => {
  if (await findIn(client, 'INBOX', mark)) return { folder: 'INBOX', isJunk: false };
  const junk = await junkFolder(client);
  return junk !== null && (await findIn(client, junk, mark)) ? { folder: junk, isJunk: true } : null;
};

/**
 * Signs in to a mailbox over IMAP (RFC 9051), once, and only inside TLS, after a look at the server from a connection
 * of its own. Nothing in the mailbox is changed. Throws MailboxRefusal, ConnectionError, NoAddressReached, an error of
 * Node or OpenSSL, or what `secure` throws; then nothing stays open.
 */
export const openImapMailbox = async (
  server: MailboxServer,
  options: MailboxOptions,
): Promise<OpenMailbox> => {
  const { signal } = options;
  await inspectImapServer(server, options);
  const client = await createClient(server);
  const { flow } = client;
  const close = (): void => {
    signal.removeEventListener('abort', close);
    flow.close();
  };
  // Whoever waits for an answer is told; nobody else has to be.
  flow.on('error', close);
  signal.throwIfAborted();
  signal.addEventListener('abort', close);
  try {
    await translated(flow.connect());
  } catch (error) {
    close();
    throw error;
  }
  return { find: (mark) => translated(findAnywhere(client, mark)), close };
};
