import type { UserName } from '../../../contract/mail/secret.ts';
import type { Encryption } from '../../../contract/proof/finding.ts';
import { hostToAscii } from '../../../protocols/dns/hostToAscii.ts';
import type { SecretTarget } from '../../secrets/secretTarget.ts';

/** A server that a password of mail is for, and how well it is protected on the way. */
export type MailServer = {
  protocol: 'smtp' | 'imap' | 'pop3' | 'ews' | 'graph';
  host: string;
  port: number;
  encryption: Encryption;
};

/** The account there. `hidden`: the mechanism proves the password without sending it. */
export type MailAccount = {
  way: 'password' | 'ntlm' | 'oauth2';
  domain: string;
  userName: UserName;
  hidden: boolean;
};

/** Rising: in clear, in clear when the server does not offer TLS, never in clear. */
export const protectionOf: Readonly<Record<Encryption, number>> = {
  none: 0,
  starttlsIfOffered: 1,
  starttls: 2,
  tls: 2,
};

/** What is typed or which variable it is, for a canonical text. */
export const fieldName = (field: UserName): string[] => [
  field.source,
  field.source === 'value' ? field.value : field.name,
];

/** Which server it is, for a canonical text. */
export const serverName = ({ protocol, host, port }: MailServer): (string | number)[] => [
  ...[protocol, hostToAscii(host), port],
];

/** What a password for this account is bound to. */
export const mailTarget = (
  server: MailServer,
  { way, domain, userName, hidden }: MailAccount,
): SecretTarget => ({
  account: JSON.stringify([
    ...[...serverName(server), way, ...fieldName(userName)],
    ...(domain === '' ? [] : [domain]),
  ]),
  protection: Math.max(protectionOf[server.encryption], hidden ? 1 : 0),
});
