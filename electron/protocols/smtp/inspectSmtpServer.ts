import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { Encryption } from '../../contract/proof/finding.ts';
import { withConnection } from '../net/withConnection.ts';
import { sessionTicket } from '../tls/sessionTicket.ts';
import { parseEhlo } from './ehlo.ts';
import { type DialogueListener, SmtpDialogue } from './smtpDialogue.ts';
import { isPositive, type SmtpReply } from './smtpReply.ts';

/** A mail server said no before anybody signed in; `command` null: in its greeting. */
export class SmtpRefusal extends Error {
  override readonly name = 'SmtpRefusal';
  readonly command: string | null;
  readonly reply: SmtpReply;

  constructor(command: string | null, reply: SmtpReply) {
    super(reply.lines.join(' '));
    this.command = command;
    this.reply = reply;
  }
}

export type InspectedSmtp = { host: string; port: number; encryption: Encryption };

export type SmtpInspection = {
  /** Aborts whatever is going on. */
  signal: AbortSignal;
  /** The name for EHLO; `localAddress`: that of the connection on this side. */
  helloName: (localAddress: string | undefined) => string;
  /** Makes the handshake; throws what refuses the server. */
  secure: (socket: Socket) => Promise<TLSSocket>;
};

const unheard: DialogueListener = {
  client: () => undefined,
  server: () => undefined,
  secret: () => undefined,
};

const requirePositive = (command: string | null, reply: SmtpReply): SmtpReply => {
  if (!isPositive(reply)) throw new SmtpRefusal(command, reply);
  return reply;
};

const startTls = async (
  dialogue: SmtpDialogue,
  hello: SmtpReply,
  { encryption }: InspectedSmtp,
  secure: SmtpInspection['secure'],
): Promise<void> => {
  if (encryption === 'none') return;
  if (!parseEhlo(hello).extensions.has('STARTTLS')) {
    if (encryption === 'starttlsIfOffered') return;
    throw new SmtpRefusal('EHLO', hello);
  }
  requirePositive('STARTTLS', await dialogue.command('STARTTLS'));
  const secured = await secure(dialogue.release());
  dialogue.resume(secured);
  await sessionTicket(secured);
};

const converse = async (
  socket: Socket,
  server: InspectedSmtp,
  { helloName, secure }: SmtpInspection,
): Promise<void> => {
  const isSecured = server.encryption === 'tls';
  const { localAddress } = socket;
  const dialogue = new SmtpDialogue(isSecured ? await secure(socket) : socket, unheard);
  requirePositive(null, await dialogue.greeting());
  const hello = requirePositive('EHLO', await dialogue.command(`EHLO ${helloName(localAddress)}`));
  if (!isSecured) await startTls(dialogue, hello, server, secure);
  await dialogue.quit();
};

/**
 * Goes as far as one can with a mail server (RFC 5321) before anybody signs in: greeting, EHLO and, where the server is to
 * be spoken to in TLS, the handshake (RFC 3207, RFC 8314); then it takes leave. Throws SmtpRefusal (also for a server that
 * does not offer the STARTTLS that is wanted: `command` is then EHLO), ConnectionError, NoAddressReached, an error of
 * Node, or what `secure` throws.
 */
export const inspectSmtpServer = (server: InspectedSmtp, inspection: SmtpInspection): Promise<void> =>
  withConnection(server, inspection.signal, (socket) => converse(socket, server, inspection));
