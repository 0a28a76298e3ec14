import type { ImapFlow, ImapFlowError } from 'imapflow';
import { hostToAscii } from '../dns/resolveHost.ts';
import { ConnectionError } from '../net/connectionError.ts';
import {
  type FoundMessage,
  MailboxRefusal,
  type MailboxServer,
  type MessageMark,
  type OpenMailbox,
} from '../mailbox.ts';

/** A message that is searched for is not read: what a server sends beside is small. */
const limits = { maxLineLength: 1_048_576, maxLiteralSize: 1_048_576, maxResponseSize: 4_194_304 };

/** The caller's signal ends the wait: a day is never reached. */
const patienceMs = 86_400_000;

const codes: Readonly<Record<string, 'EOF' | 'EPROTO' | 'EMSGSIZE' | 'EINJECTED'>> = {
  NoConnection: 'EOF',
  EConnectionClosed: 'EOF',
  ClosedAfterConnectText: 'EOF',
  ClosedAfterConnectTLS: 'EOF',
  InvalidResponse: 'EPROTO',
  UnexpectedTag: 'EPROTO',
  LineTooLarge: 'EMSGSIZE',
  LiteralTooLarge: 'EMSGSIZE',
  ResponseTooLarge: 'EMSGSIZE',
  STARTTLS_INJECTION: 'EINJECTED',
};

/** The library's error as one of ours; an error of Node or OpenSSL stays what it is. */
const toOurError = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error;
  const { authenticationFailed, tlsFailed, responseText, responseStatus, response, code }: ImapFlowError =
    error;
  const words = responseText ?? (typeof response === 'string' ? response : '');
  if (authenticationFailed) return new MailboxRefusal(words, 'signIn');
  if (responseStatus !== undefined) return new MailboxRefusal(words, 'question');
  if (tlsFailed && code === undefined) return new MailboxRefusal(words, 'encryption');
  const known = codes[code ?? ''];
  return known === undefined ? error : new ConnectionError(known);
};

const translated = async <Value>(promise: Promise<Value>): Promise<Value> => {
  try {
    return await promise;
  } catch (error) {
    throw toOurError(error);
  }
};

const createClient = async (server: MailboxServer): Promise<ImapFlow> => {
  const { ImapFlow } = await import('imapflow');
  const { host, port, encryption, userName, password, anchors } = server;
  return new ImapFlow({
    ...limits,
    ...{ host: hostToAscii(host), port, auth: { user: userName, pass: password } },
    secure: encryption === 'tls',
    ...(encryption === 'starttls' ? { doSTARTTLS: true } : {}),
    tls: { secureContext: anchors.secureContext },
    ...{ logger: false, disableAutoIdle: true, disableCompression: true },
    ...{ connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs },
  });
};

const findIn = async (
  client: ImapFlow,
  folder: string,
  { messageId, header }: MessageMark,
): Promise<boolean> => {
  await client.mailboxOpen(folder, { readOnly: true });
  const marks = [{ header: { 'Message-ID': messageId } }, { header: { [header.name]: header.value } }];
  const found = await client.search({ or: marks }, { uid: true });
  return Array.isArray(found) && found.length > 0;
};

const junkFolder = async (client: ImapFlow): Promise<string | null> =>
  (await client.list()).find(({ specialUse }) => specialUse === '\\Junk')?.path ?? null;

const findAnywhere = async (client: ImapFlow, mark: MessageMark): Promise<FoundMessage | null> => {
  if (await findIn(client, 'INBOX', mark)) return { folder: 'INBOX', isJunk: false };
  const junk = await junkFolder(client);
  return junk !== null && (await findIn(client, junk, mark)) ? { folder: junk, isJunk: true } : null;
};

/**
 * Signs in to a mailbox over IMAP (RFC 9051), once, and only inside TLS. Nothing in the mailbox is changed. Throws
 * MailboxRefusal, ConnectionError, or an error of Node or OpenSSL.
 */
export const openImapMailbox = async (server: MailboxServer, signal: AbortSignal): Promise<OpenMailbox> => {
  const client = await createClient(server);
  // Whoever waits for an answer is told; nobody else has to be.
  client.on('error', () => client.close());
  const close = (): void => client.close();
  signal.throwIfAborted();
  signal.addEventListener('abort', close, { once: true });
  await translated(client.connect());
  return { find: (mark) => translated(findAnywhere(client, mark)), close };
};
