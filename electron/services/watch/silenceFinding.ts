import { TimeLimitError } from '../../concurrency/timeLimitError.ts';
import type { StageName } from '../../contract/proof/proof.ts';
import { MailboxRefusal } from '../../protocols/mailbox.ts';
import { DnsNameError } from '../../protocols/dns/dnsName.ts';
import { NoAddressReached } from '../../protocols/net/connectInOrder.ts';
import { ConnectionError } from '../../protocols/net/connectionError.ts';
import { LdapError } from '../../protocols/ldap/ldapError.ts';
import { LdapProtocolError } from '../../protocols/ldap/ldapProtocolError.ts';
import { ProxyRefusal } from '../../protocols/net/proxyTunnel.ts';
import { SmtpRefusal } from '../../protocols/smtp/inspectSmtpServer.ts';
import { HandshakeError } from '../../protocols/tls/secureSocket.ts';
import { diagnose } from '../knowledge/diagnose.ts';
import type { SymptomProtocol } from '../knowledge/symptom.ts';
import { StageFailure } from '../proof/stage.ts';
import { systemCodeOf, tellingError } from '../proof/systemError.ts';

type Protocol = Extract<SymptomProtocol, 'smtp' | 'imap' | 'pop3' | 'ldap' | 'dns'> | 'https';

const smtpRefusal = ({ command, reply }: SmtpRefusal): string => {
  if (command === 'EHLO' && reply.code === 250) return 'starttlsNotOffered';
  const stages: Readonly<Record<string, StageName>> = { STARTTLS: 'secure', EHLO: 'identify' };
  const { code, enhanced, lines } = reply;
  const given = { command, code, enhanced, text: lines.join('\n') };
  const stage = stages[command ?? ''] ?? 'greet';
  return diagnose({ protocol: 'smtp', stage, reply: given, parameters: {} }).code;
};

const brokenCode = ({ code }: ConnectionError, protocol: Protocol): string => {
  if (code === 'EINJECTED') return 'starttlsInjection';
  if (code === 'EOF') return 'connectionClosedByServer';
  if (protocol === 'ldap') return 'ldapReplyNotUnderstood';
  if (protocol === 'https') return 'webAnswerUnreadable';
  return protocol === 'smtp' ? 'replyNotSmtp' : 'mailboxReplyNotUnderstood';
};

const refusal = (error: unknown, protocol: Protocol): string | null => {
  if (error instanceof StageFailure) return error.finding.code;
  if (error instanceof TimeLimitError)
    return protocol === 'dns' ? 'directoryDnsUnreachable' : 'connectionTimedOut';
  if (error instanceof DnsNameError) return 'domainRecordsMissing';
  if (error instanceof NoAddressReached) return 'hostHasNoAddress';
  if (error instanceof ProxyRefusal)
    return error.code === 'EPROXYAUTH' ? 'proxySignInNeeded' : 'proxyRefused';
  if (error instanceof SmtpRefusal) return smtpRefusal(error);
  if (error instanceof MailboxRefusal)
    return error.about === 'encryption' ? 'mailboxEncryptionNotOffered' : 'mailboxServerRefuses';
  if (error instanceof ConnectionError) return brokenCode(error, protocol);
  if (error instanceof LdapProtocolError) return 'ldapReplyNotUnderstood';
  return error instanceof LdapError ? 'ldapRefused' : null;
};

/**
 * Why a server does not answer as it should: the code of a finding; null: nothing that a server did, so a fault of this
 * program.
 */
export const silenceFinding = (thrown: unknown, protocol: Protocol): string | null => {
  const error = tellingError(thrown);
  const known = refusal(error, protocol);
  if (known !== null) return known;
  const systemCode = systemCodeOf(error);
  if (systemCode === null) return null;
  const text = error instanceof Error ? error.message : '';
  const isHandshake = error instanceof HandshakeError;
  return diagnose({
    ...{ protocol: isHandshake ? 'tls' : 'socket', stage: isHandshake ? 'secure' : 'connect' },
    ...{ systemCode, text, parameters: {} },
  }).code;
};
