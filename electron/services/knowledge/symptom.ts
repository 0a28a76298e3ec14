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
  'oauth',
  'graph',
  'ews',
  'outlook',
] as const;
export type SymptomProtocol = (typeof symptomProtocols)[number];

/** How a service of the cloud, an Exchange Server or Outlook refused; what is not known is left out. */
export type CloudRefusal = {
  /** Status of HTTP. */
  status?: number | null;
  /** OAuth's `error` (RFC 6749 5.2) or msal's `errorCode`, Graph's `error.code`, the `ResponseCode` of EWS. */
  error?: string | null;
  /** The first AADSTS number of Microsoft Entra ID. */
  errorNo?: number | null;
  /** `suberror` of Microsoft Entra ID: `bad_token`, `consent_required` … */
  subError?: string | null;
  /** COM error of Outlook, in hexadecimal: `0x80040154`. */
  hresult?: string | null;
};

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
  /** What a sign-in service, Microsoft Graph, Exchange Web Services or Outlook answered. */
  cloud?: CloudRefusal;
  /** Message of an error, or an IMAP or POP3 answer. */
  text?: string;
  /** What the finding's texts may name: host, port, names … */
  parameters: Record<string, string>;
};
