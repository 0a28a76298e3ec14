import type { Encryption } from '../../../../electron/contract/proof/finding.ts';
import type { ArrivalForm } from './mailForm.ts';

/** The ports that are offered: relay (RFC 5321), submission over TLS (RFC 8314), submission (RFC 6409). */
export const offeredPorts = [25, 465, 587] as const;

const relayPorts: Record<Encryption, string> = {
  none: '25',
  starttlsIfOffered: '25',
  starttls: '587',
  tls: '465',
};

const mailboxPorts = {
  imap: { starttls: '143', tls: '993' },
  pop3: { starttls: '110', tls: '995' },
} as const;

/** The port that belongs to an encryption (REQUIREMENTS M05, M07). */
export const relayPort = (encryption: Encryption): string => relayPorts[encryption];

/** The port that belongs to a protocol and encryption of a mailbox (RFC 8314 3.3, RFC 9051, RFC 1939). */
export const mailboxPort = ({ protocol, encryption }: Pick<ArrivalForm, 'protocol' | 'encryption'>): string =>
  mailboxPorts[protocol === 'pop3' ? 'pop3' : 'imap'][encryption];

/** The port after the encryption was changed: it follows until a person has set it. */
export const portAfter = (present: { port: string; portIsOwn: boolean }, following: string): string =>
  present.portIsOwn ? present.port : following;
