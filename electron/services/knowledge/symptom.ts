import type { ServerReply } from '../../contract/proof/evidence.ts';
import type { StageName } from '../../contract/proof/proof.ts';
import type { LdapRefusal } from './readDirectoryCodes.ts';

export const symptomProtocols = [
  'smtp',
  'imap',
  'pop3',
  'tls',
  'socket',
  'dns',
  'file',
  'ldap',
  'cldap',
  'kerberos',
] as const;
export type SymptomProtocol = (typeof symptomProtocols)[number];

/** What a stage saw when it failed. */
export type Symptom = {
  protocol: SymptomProtocol;
  stage: StageName | null;
  /** The command that was answered, `RCPT TO` …; the one in `reply` stands in for it. */
  command?: string;
  /** Code of Node or OpenSSL: `ECONNREFUSED`, `CERT_HAS_EXPIRED` … */
  systemCode?: string;
  reply?: ServerReply;
  /** What an LDAP server answered (RFC 4511 4.1.9). */
  ldap?: LdapRefusal;
  /** Message of an error, or an IMAP or POP3 answer. */
  text?: string;
  /** What the finding's texts may name: host, port, names … */
  parameters: Record<string, string>;
};
