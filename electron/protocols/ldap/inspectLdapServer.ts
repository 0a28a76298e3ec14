import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { type ConnectOptions, connectInOrder } from '../net/connectInOrder.ts';
import { sessionTicket } from '../tls/sessionTicket.ts';
import { openLdapDialogue } from './ldapDialogue.ts';
import { readRootDse } from './rootDse.ts';

export type InspectedLdap = {
  /** In the order in which they are tried. */
  addresses: readonly string[];
  port: number;
  encryption: 'ldaps' | 'starttls' | 'none';
};

export type LdapInspection = {
  /** Aborts whatever is going on. */
  signal: AbortSignal;
  /** Makes the handshake; throws what refuses the server. */
  secure: (socket: Socket) => Promise<TLSSocket>;
  open: NonNullable<ConnectOptions['open']>;
};

const converse = async (
  socket: Socket,
  { encryption }: InspectedLdap,
  { signal, secure }: LdapInspection,
): Promise<void> => {
  const plain = encryption === 'starttls' ? await openLdapDialogue(socket).startTls(signal) : socket;
  const spoken = encryption === 'none' ? plain : await secure(plain);
  const dialogue = openLdapDialogue(spoken);
  try {
    if (spoken instanceof TLSSocket) await sessionTicket(spoken);
    await readRootDse(dialogue, signal);
    await dialogue.unbind();
  } finally {
    dialogue.close();
  }
};

/**
 * Goes as far as one can with a directory server before anybody binds: the handshake, by LDAPS or StartTLS (RFC 4513, 3),
 * and what it says of itself (RFC 4512, 5.1). Throws NoAddressReached, ConnectionError, LdapError, an error of Node, the
 * signal's reason, or what `secure` throws.
 */
export const inspectLdapServer = async (server: InspectedLdap, inspection: LdapInspection): Promise<void> => {
  const { signal, open } = inspection;
  const { socket } = await connectInOrder(server, signal, { open });
  const close = (): void => void socket.destroy();
  signal.addEventListener('abort', close, { once: true });
  try {
    await converse(socket, server, inspection);
  } finally {
    signal.removeEventListener('abort', close);
    close();
  }
};
