import type { Socket } from 'node:net';
import { MailboxRefusal, type MailboxOptions, type MailboxServer } from '../mailbox.ts';
import { ConnectionError } from '../net/connectionError.ts';
import { LineReader } from '../net/lineReader.ts';
import { withConnection } from '../net/withConnection.ts';

/** Answers before the sign-in have a handful of lines. */
const maximumLines = 100;

const nonsense = (line: string): ConnectionError => new ConnectionError('EPROTO', line);

const readGreeting = async (reader: LineReader): Promise<void> => {
  const line = await reader.next();
  const [, status = '', words = ''] = /^\* (OK|PREAUTH|BYE)\b ?(.*)$/i.exec(line) ?? [];
  if (status === '') throw nonsense(line);
  if (/bye/i.test(status)) throw new MailboxRefusal(words, { about: 'question', command: null });
};

/** Sends a command and gives the untagged answers to it. Throws MailboxRefusal for NO and BAD. */
const ask = async (socket: Socket, reader: LineReader, command: string): Promise<string> => {
  socket.write(`a ${command}\r\n`);
  const lines: string[] = [];
  for (;;) {
    const line = await reader.next();
    const [, status = '', words = ''] = /^a (OK|NO|BAD)\b ?(.*)$/i.exec(line) ?? [];
    if (/ok/i.test(status)) return lines.join('\n');
    if (status !== '') throw new MailboxRefusal(words, { about: 'encryption', command });
    if (!line.startsWith('* ')) throw nonsense(line);
    lines.push(line.slice(2));
    if (lines.length > maximumLines) throw new ConnectionError('EMSGSIZE');
  }
};

const startTls = async (socket: Socket): Promise<Socket> => {
  const reader = new LineReader(socket);
  await readGreeting(reader);
  const offer = await ask(socket, reader, 'CAPABILITY');
  if (!/\bSTARTTLS\b/i.test(offer))
    throw new MailboxRefusal(offer, { about: 'encryption', command: 'CAPABILITY' });
  await ask(socket, reader, 'STARTTLS');
  reader.detach();
  if (!reader.isEmpty) throw new ConnectionError('EINJECTED', reader.unread);
  return socket;
};

/**
 * Goes as far as one can with an IMAP server (RFC 9051) before anybody signs in: greeting, STARTTLS, handshake, and
 * what `secure` makes of the certificate. It is a connection of its own, because the library that reads the mailbox
 * makes its connection by itself: it refuses a bad certificate too, but shows nothing of it. Throws MailboxRefusal,
 * ConnectionError, NoAddressReached, an error of Node, or what `secure` throws.
 */
export const inspectImapServer = (
  server: Pick<MailboxServer, 'host' | 'port' | 'encryption'>,
  { signal, onConnect, secure }: MailboxOptions,
): Promise<void> =>
  withConnection(server, signal, async (socket) => {
    onConnect();
    if (server.encryption === 'tls') await readGreeting(new LineReader(await secure(socket)));
    else await secure(await startTls(socket));
  });
