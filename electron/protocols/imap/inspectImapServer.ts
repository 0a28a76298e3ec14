import type { Socket } from 'node:net';
import { type MailboxOptions, MailboxRefusal, type MailboxServer } from '../mailbox.ts';
import { withConnection } from '../net/withConnection.ts';
import { askCapabilities } from './imapCapabilities.ts';
import { ImapDialogue } from './imapDialogue.ts';

/** Where a dialogue begins: greeted, and inside TLS (RFC 9051, 6.2.1; RFC 8314). */
export const startImap = async (
  socket: Socket,
  { encryption }: Pick<MailboxServer, 'encryption'>,
  { secure }: Pick<MailboxOptions, 'secure'>,
): Promise<ImapDialogue> => {
  const dialogue = new ImapDialogue(encryption === 'tls' ? await secure(socket) : socket);
  await dialogue.greeting();
  if (encryption === 'tls') return dialogue;
  const { names, words } = await askCapabilities(dialogue, 'encryption');
  if (!names.has('STARTTLS')) throw new MailboxRefusal(words, { about: 'encryption', command: 'CAPABILITY' });
  await dialogue.ask('STARTTLS', '', 'encryption');
  await dialogue.upgrade(secure);
  return dialogue;
};

/**
 * Goes as far as one can with an IMAP server before anybody signs in. Throws MailboxRefusal, ConnectionError,
 * NoAddressReached, an error of Node, or what `secure` throws.
 */
export const inspectImapServer = (
  server: Pick<MailboxServer, 'host' | 'port' | 'encryption'>,
  { signal, onConnect, secure }: Omit<MailboxOptions, 'hide'>,
): Promise<void> =>
  withConnection(server, signal, async (socket) => {
    onConnect();
    await startImap(socket, server, { secure });
  });
