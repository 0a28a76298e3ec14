import { type LdapDialogue, openLdapDialogue } from '../../../electron/protocols/ldap/ldapDialogue.ts';
import { openSocket } from '../../../electron/protocols/net/openSocket.ts';
import { secureSocket } from '../../../electron/protocols/tls/secureSocket.ts';
import { createTrustStore } from '../../../electron/protocols/tls/trustStore.ts';

export type DirectoryPort = {
  readonly address: string;
  readonly port: number;
  /** Left out: in the clear. */
  readonly tls?: 'implicit' | 'starttls';
};

const signal = new AbortController().signal;
const anchors = createTrustStore(() => []).anchorsOf({ mode: 'system' });

/** Opens a dialogue as the program does; the certificate is nobody's business here. */
export async function openDirectoryDialogue({ address, port, tls }: DirectoryPort): Promise<LdapDialogue> {
  const plain = await openSocket(address, port, signal);
  if (tls === undefined) return openLdapDialogue(plain);
  const socket = tls === 'implicit' ? plain : await openLdapDialogue(plain).startTls(signal);
  return openLdapDialogue(await secureSocket(socket, { host: address, anchors, signal }));
}
