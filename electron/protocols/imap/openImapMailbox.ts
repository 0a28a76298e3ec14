import type { ImapFlow } from 'imapflow';
import { hostToAscii } from '../dns/hostToAscii.ts';
import {
  type FoundMessage,
  type MailboxOptions,
  MailboxRefusal,
  type MailboxServer,
  type MessageMark,
  type OpenMailbox,
} from '../mailbox.ts';
import { toOurError } from './imapError.ts';
import { ImapListener } from './imapListener.ts';
import { inspectImapServer } from './inspectImapServer.ts';

/** A message that is searched for is not read: what a server sends beside is small. */
const limits = { maxLineLength: 1_048_576, maxLiteralSize: 1_048_576, maxResponseSize: 4_194_304 };

/** The caller's signal ends the wait: a day is never reached. */
const patienceMs = 86_400_000;

/** A server hangs up after BYE (RFC 9051, 7.1.5), and may answer what it was asked before that. */
const farewellMs = 1_000;

class Client {
  readonly flow: ImapFlow;
  readonly listener: ImapListener;
  #failure: Error | null = null;

  constructor(create: (listener: ImapListener) => ImapFlow) {
    this.listener = new ImapListener((reason) => this.#end(reason));
    this.flow = create(this.listener);
    this.flow.on('error', (error) => this.#end(error));
  }

  /** What a promise of the library gives; its errors become ours, and the first one that ended the connection counts. */
  async translated<Value>(promise: Promise<Value>): Promise<Value> {
    try {
      return await promise;
    } catch (error) {
      const ours = toOurError(error);
      throw ours instanceof MailboxRefusal ? ours : toOurError(this.#failure ?? ours);
    }
  }

  #end(reason: Error): void {
    this.#failure ??= reason;
    if (reason instanceof MailboxRefusal) setTimeout(() => this.flow.close(), farewellMs).unref();
    else this.flow.close();
  }
}

const createClient = async (server: MailboxServer): Promise<Client> => {
  const { ImapFlow } = await import('imapflow');
  const { host, port, encryption, userName, password, anchors } = server;
  return new Client(
    (logger) =>
      new ImapFlow({
        ...limits,
        ...{ host: hostToAscii(host), port, auth: { user: userName, pass: password } },
        secure: encryption === 'tls',
        ...(encryption === 'starttls' ? { doSTARTTLS: true } : {}),
        tls: { secureContext: anchors.secureContext },
        ...{ logger, disableAutoIdle: true, disableCompression: true },
        ...{ connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs },
      }),
  );
};

const findIn = async (
  { flow, listener }: Client,
  folder: string,
  { messageId, header }: MessageMark,
): Promise<boolean> => {
  await flow.mailboxOpen(folder, { readOnly: true });
  const marks = [{ header: { 'Message-ID': messageId } }, { header: { [header.name]: header.value } }];
  const found = await flow.search({ or: marks }, { uid: true });
  // The library gives false for a search that was refused, and logs why.
  if (!Array.isArray(found)) throw listener.lastRefusal;
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
  signal.throwIfAborted();
  signal.addEventListener('abort', close);
  try {
    await client.translated(flow.connect());
  } catch (error) {
    close();
    throw error;
  }
  return { find: (mark) => client.translated(findAnywhere(client, mark)), close };
};
