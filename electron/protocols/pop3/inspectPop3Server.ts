import type { Socket } from 'node:net';
import type { MailboxOptions, MailboxServer } from '../mailbox.ts';
import { withConnection } from '../net/withConnection.ts';
import { Pop3Connection } from './pop3Connection.ts';

/** Where a dialogue begins: greeted, and inside TLS (RFC 1939, RFC 2595). */
export const startPop3 = async (
  socket: Socket,
  { encryption }: Pick<MailboxServer, 'encryption'>,
  { secure }: Pick<MailboxOptions, 'secure'>,
): Promise<Pop3Connection> => {
  const connection = new Pop3Connection(encryption === 'tls' ? await secure(socket) : socket);
  await connection.greeting();
  if (encryption === 'starttls') {
    await connection.command('STLS', 'encryption');
    await connection.upgrade(secure);
  }
  return connection;
};

/**
 * Goes as far as one can with a POP3 server before anybody signs in, and takes leave. Throws MailboxRefusal,
 * ConnectionError, NoAddressReached, an error of Node, or what `secure` throws.
 */
export const inspectPop3Server = (
  server: Pick<MailboxServer, 'host' | 'port' | 'encryption'>,
  options: Omit<MailboxOptions, 'hide'>,
): Promise<void> =>
  withConnection(server, options.signal, async (socket) => {
    options.onConnect();
    await (await startPop3(socket, server, options)).command('QUIT');
  });
