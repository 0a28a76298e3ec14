import { resolveHost } from '../dns/resolveHost.ts';
import type { FoundMessage, MailboxOptions, MailboxServer, MessageMark, OpenMailbox } from '../mailbox.ts';
import { connectInOrder } from '../net/connectInOrder.ts';
import { serverEndPoint } from '../sasl/serverEndPoint.ts';
import { startExchange } from '../sasl/startExchange.ts';
import { askCapabilities } from './imapCapabilities.ts';
import type { ImapDialogue } from './imapDialogue.ts';
import { authenticate, chooseImapWay, logIn } from './imapSignIn.ts';
import { quoted, readableFolder } from './imapText.ts';
import { startImap } from './inspectImapServer.ts';
import { junkFolderIn } from './listedFolders.ts';

const signIn = async (
  dialogue: ImapDialogue,
  { host, port, signIn: wanted }: MailboxServer,
  { signal, hide }: MailboxOptions,
): Promise<void> => {
  const capabilities = await askCapabilities(dialogue);
  const way = chooseImapWay(wanted, capabilities);
  if (way.mechanism === null) return logIn(dialogue, way);
  const endPoint = serverEndPoint(dialogue.socket);
  const exchange = await startExchange(way, { service: 'imap', host, port, endPoint, signal });
  await authenticate(dialogue, exchange, { names: capabilities.names, hide });
};

const findIn = async (
  dialogue: ImapDialogue,
  folder: string,
  { messageId, header }: MessageMark,
): Promise<boolean> => {
  await dialogue.ask('EXAMINE', folder);
  const marks = [
    { name: 'Message-ID', value: messageId },
    { name: header.name, value: header.value },
  ].map(({ name, value }) => `HEADER ${quoted(name)} ${quoted(value)}`);
  const responses = await dialogue.ask('UID SEARCH', `OR ${marks.join(' ')}`);
  return responses.some(({ line }) => /^\* SEARCH \d/i.test(line));
};

/** RFC 6154, 5.2: a server may show its marks in a plain list too, and some do so alone. */
const findJunkFolder = async (dialogue: ImapDialogue): Promise<string | null> => {
  const { names } = await askCapabilities(dialogue);
  const marked = names.has('SPECIAL-USE')
    ? junkFolderIn(await dialogue.ask('LIST', '(SPECIAL-USE) "" "*"'))
    : null;
  return (marked ?? junkFolderIn(await dialogue.ask('LIST', '"" "*"')))?.name ?? null;
};

const findAnywhere = async (dialogue: ImapDialogue, mark: MessageMark): Promise<FoundMessage | null> => {
  if (await findIn(dialogue, 'INBOX', mark)) return { folder: 'INBOX', isJunk: false };
  const junk = await findJunkFolder(dialogue);
  if (junk === null || !(await findIn(dialogue, quoted(junk), mark))) return null;
  return { folder: readableFolder(junk), isJunk: true };
};

/**
 * Signs in to a mailbox over IMAP (RFC 9051), once, and only inside TLS. Nothing in the mailbox is changed. Throws
 * MailboxRefusal, SaslError, KerberosError and KerberosUnavailable, ConnectionError, NoAddressReached, an error of Node
 * or OpenSSL, the signal's reason, or what `secure` throws; then nothing stays open.
 */
export const openImapMailbox = async (
  server: MailboxServer,
  options: MailboxOptions,
): Promise<OpenMailbox> => {
  const { signal, onConnect } = options;
  const { addresses } = await resolveHost(server.host);
  const { socket } = await connectInOrder({ addresses, port: server.port }, signal);
  const close = (): void => {
    signal.removeEventListener('abort', close);
    socket.destroy();
  };
  signal.addEventListener('abort', close);
  try {
    if (signal.aborted) close();
    onConnect();
    const dialogue = await startImap(socket, server, options);
    await signIn(dialogue, server, options);
    return { find: (mark) => findAnywhere(dialogue, mark), close };
  } catch (error) {
    close();
    throw error;
  }
};
