import type { MailboxOptions, MailboxServer, MessageMark, OpenMailbox } from '../mailbox.ts';
import { withConnection } from '../net/withConnection.ts';
import { startPop3 } from './inspectPop3Server.ts';
import type { Pop3Connection } from './pop3Connection.ts';
import { pop3SignIn } from './pop3SignIn.ts';

/** Only the newest are looked at: what was sent a moment ago is among them. */
const newestMessages = 30;

const hasMark = (header: readonly string[], { messageId, header: field }: MessageMark): boolean => {
  const text = header
    .join('\n')
    .replace(/\n[ \t]+/g, ' ')
    .toLowerCase();
  const marks = [`message-id: ${messageId}`, `${field.name}: ${field.value}`];
  return marks.some((mark) => `\n${text}\n`.includes(`\n${mark.toLowerCase()}\n`));
};

const search = async (connection: Pop3Connection, mark: MessageMark, seen: Set<string>): Promise<boolean> => {
  const listed = (await connection.endOfList('UIDL', newestMessages)).reverse();
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
 * MailboxRefusal, SaslError, KerberosError and KerberosUnavailable, ConnectionError, NoAddressReached, an error of Node,
 * or what `secure` throws.
 */
export const openPop3Mailbox = (server: MailboxServer, options: MailboxOptions): OpenMailbox => {
  const seen = new Set<string>();
  const closed = new AbortController();
  const signal = AbortSignal.any([options.signal, closed.signal]);

  const look = (mark: MessageMark): Promise<boolean> =>
    withConnection(server, signal, async (socket) => {
      options.onConnect();
      const connection = await startPop3(socket, server, options);
      await pop3SignIn(connection, server, { ...options, signal });
      const found = await search(connection, mark, seen);
      await connection.command('QUIT');
      return found;
    });

  return {
    find: async (mark) => ((await look(mark)) ? { folder: 'INBOX', isJunk: false } : null),
    close: () => closed.abort(),
  };
};
