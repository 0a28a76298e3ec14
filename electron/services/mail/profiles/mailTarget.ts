import type { UserName } from '../../../contract/mail/secret.ts';
import type { Encryption } from '../../../contract/proof/finding.ts';
import { hostToAscii } from '../../../protocols/dns/hostToAscii.ts';
import type { SecretTarget } from '../../secrets/secretTarget.ts';

/** The server and account that a password of mail is for, and how well it is protected on the way. */
export type MailAccount = {
  protocol: 'smtp' | 'imap' | 'pop3';
  host: string;
  port: number;
  userName: UserName;
  encryption: Encryption;
};

/** Rising: in clear, in clear when the server does not offer TLS, never in clear. */
const protectionOf: Record<Encryption, number> = { none: 0, starttlsIfOffered: 1, starttls: 2, tls: 2 };

/** What a password for this account is bound to. */
export const mailTarget = ({ protocol, host, port, userName, encryption }: MailAccount): SecretTarget => {
  const name = userName.source === 'value' ? userName.value : userName.name;
  return {
    account: JSON.stringify([protocol, hostToAscii(host), port, 'password', userName.source, name]),
    protection: protectionOf[encryption],
  };
};
