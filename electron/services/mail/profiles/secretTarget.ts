import type { UserName } from '../../../contract/mail/secret.ts';
import type { Encryption } from '../../../contract/proof/finding.ts';
import { hostToAscii } from '../../../protocols/dns/hostToAscii.ts';

/** The server and account that a password is for, and how well it is protected on the way. */
export type SecretTarget = {
  protocol: 'smtp' | 'imap' | 'pop3';
  host: string;
  port: number;
  userName: UserName;
  encryption: Encryption;
};

/** Rising: in clear, in clear when the server does not offer TLS, never in clear. */
const protectionOf: Record<Encryption, number> = { none: 0, starttlsIfOffered: 1, starttls: 2, tls: 2 };

const accountOf = (target: SecretTarget): string => {
  const { source } = target.userName;
  const name = target.userName.source === 'value' ? target.userName.value : target.userName.name;
  return JSON.stringify([target.protocol, hostToAscii(target.host), target.port, 'password', source, name]);
};

/** Canonical text of a target, as the vault binds a secret to it: the same target always gives the same text. */
export const targetText = (target: SecretTarget): string =>
  `${accountOf(target)} protection ${protectionOf[target.encryption]}`;

/**
 * True when a password stored for `stored` may be sent to `next` without being typed again: the same server, account
 * and sign-in, and not less protected than the person agreed to.
 */
export const mayKeep = (stored: SecretTarget, next: SecretTarget): boolean =>
  accountOf(stored) === accountOf(next) && protectionOf[next.encryption] >= protectionOf[stored.encryption];
