import { Duplex } from 'node:stream';
import type { Socket } from 'node:net';
import { type LdapDialogue, openLdapDialogue } from '../../../../electron/protocols/ldap/ldapDialogue.ts';
import { LdapMessageReader } from '../../../../electron/protocols/ldap/ldapMessageReader.ts';
import { type DirectoryOperation, readDirectoryMessage } from '../../../lab/faults/directoryMessage.ts';

/** A dialogue whose server is the test. */
export type LdapWire = {
  dialogue: LdapDialogue;
  stream: Duplex;
  /** Everything that the client has sent. */
  sent: (DirectoryOperation & { messageId: number })[];
  send(bytes: Buffer): void;
};

/** Opens a dialogue on a connection in memory; `onSent` hears each message of the client. */
export const openLdapWire = (onSent: (wire: LdapWire) => void = () => undefined): LdapWire => {
  const reader = new LdapMessageReader();
  const stream = new Duplex({
    read: () => undefined,
    write: (chunk: Buffer, _, done) => {
      reader.push(chunk);
      for (let message = reader.next(); message !== null; message = reader.next()) {
        wire.sent.push(readDirectoryMessage(message));
        onSent(wire);
      }
      done();
    },
  });
  const dialogue = openLdapDialogue(stream as unknown as Socket);
  const wire: LdapWire = { dialogue, stream, sent: [], send: (bytes) => void stream.push(bytes) };
  return wire;
};
