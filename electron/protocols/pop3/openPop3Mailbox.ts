import type { Socket } from 'node:net';
import { connectInOrder } from '../net/connectInOrder.ts';
import { resolveHost } from '../dns/resolveHost.ts';
import type { MailboxServer, MessageMark, OpenMailbox } from '../mailbox.ts';
import { Pop3Connection } from './pop3Connection.ts';

/** Only the newest are looked at: what was sent a moment ago is among them. */
const newestMessages = 30;

export type Pop3Options = {
  signal: AbortSignal;
  /** Makes the handshake and refuses a server that is not to be trusted. */
  secure: (socket: Socket) => Promise<Socket>;
};

const connect = async (server: MailboxServer, { signal, secure }: Pop3Options): Promise<Pop3Connection> => {
  const { addresses } = await resolveHost(server.host);
  const { socket } = await connectInOrder({ addresses, port: server.port }, signal);
  if (signal.aborted) socket.destroy();
  signal.addEventListener('abort', () => socket.destroy(), { once: true });
  const connection = new Pop3Connection(server.encryption === 'tls' ? await secure(socket) : socket);
  await connection.greeting();
  if (server.encryption === 'starttls') {
    await connection.command('STLS', 'encryption');
    await connection.upgrade(secure);
  }
  return connection;
};

const hasMark = (header: readonly string[], { messageId, header: field }: MessageMark): boolean => {
  const text = header
    .join('\n')
    .replace(/\n[ \t]+/g, ' ')
    .toLowerCase();
  const marks = [`message-id: ${messageId}`, `${field.name}: ${field.value}`];
  return marks.some((mark) => `\n${text}\n`.includes(`\n${mark.toLowerCase()}\n`));
};

const search = async (connection: Pop3Connection, mark: MessageMark, seen: Set<string>): Promise<boolean> => {
  const listed = (await connection.list('UIDL')).slice(-newestMessages).reverse();
  for (const line of listed) {
    const [number = '', id = ''] = line.split(' ');
    if (seen.has(id)) continue;
    if (hasMark(await connection.list(`TOP ${number} 0`), mark)) return true;
    seen.add(id);
  }
  return false;
};

/**
 * A mailbox over POP3 (RFC 1939), read inside TLS only. POP3 shows what was there when one signed in, so each look is a
 * connection of its own; a refused sign-in throws and is for the caller not to repeat. Nothing is deleted. Throws
 * MailboxRefusal, ConnectionError, NoAddressReached, an error of Node, or what `secure` throws.
 */
export const openPop3Mailbox = (server: MailboxServer, options: Pop3Options): OpenMailbox => {
  const seen = new Set<string>();
  let open: Pop3Connection | null = null;

  const look = async (mark: MessageMark): Promise<boolean> => {
    open = await connect(server, options);
    try {
      await open.command(`USER ${server.userName}`, 'signIn');
      await open.command(`PASS ${server.password}`, 'signIn');
      const found = await search(open, mark, seen);
      await open.command('QUIT');
      return found;
    } finally {
      open.close();
    }
  };

  return {
    find: async (mark) => ((await look(mark)) ? { folder: 'INBOX', isJunk: false } : null),
    close: () => open?.close(),
  };
};
