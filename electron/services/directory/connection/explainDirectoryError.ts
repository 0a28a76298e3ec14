import { TimeLimitError } from '../../../concurrency/timeLimitError.ts';
import type { Finding } from '../../../contract/proof/finding.ts';
import type { StageName } from '../../../contract/proof/proof.ts';
import { DnsNameError } from '../../../protocols/dns/dnsName.ts';
import { KerberosError, KerberosUnavailable } from '../../../protocols/kerberos/kerberosError.ts';
import { PingError, type PingErrorCode } from '../../../protocols/ldap/cldapPing.ts';
import { GssapiBindError } from '../../../protocols/ldap/gssapiBind.ts';
import { LdapDisconnection, LdapError } from '../../../protocols/ldap/ldapError.ts';
import { LdapProtocolError } from '../../../protocols/ldap/ldapProtocolError.ts';
import { ConnectionError } from '../../../protocols/net/connectionError.ts';
import { HandshakeError } from '../../../protocols/tls/secureSocket.ts';
import { diagnose } from '../../knowledge/diagnose.ts';
import type { FindingCode } from '../../knowledge/findingTable.ts';
import { forDirectory } from '../../knowledge/forDirectory.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import type { EvidenceWriter } from '../../proof/evidenceWriter.ts';
import { systemCodeOf, tellingError } from '../../proof/systemError.ts';
import { dnsFinding } from './dnsFinding.ts';

/** Where a step stood when it failed. */
export type Standing = {
  stage: StageName;
  /** TLS from the start: a controller without a certificate hangs up in the handshake. */
  isLdaps: boolean;
  /** The TCP connection stands: what fails now is not the way there. */
  isConnected: boolean;
  /** DNS servers that the settings name, where they were asked. */
  dnsServers?: readonly string[];
  /** What the texts of findings name. */
  parameters: Record<string, string>;
};

const commands: Partial<Record<StageName, string>> = { secure: 'STARTTLS', bind: 'BIND', policy: 'BIND' };

const pingCodes: Record<PingErrorCode, FindingCode> = {
  timedOut: 'controllerPingUnanswered',
  refused: 'controllerPingUnanswered',
  unreachable: 'controllerPingUnanswered',
  otherDomain: 'controllerOfOtherDomain',
  malformed: 'controllerPingNotUnderstood',
};

const timeoutCode = ({ stage, isConnected }: Standing): FindingCode => {
  if (stage === 'join') return 'machineJoinUnknown';
  if (stage === 'locate') return 'directoryDnsUnreachable';
  if (stage === 'ping') return 'controllerPingUnanswered';
  if (!isConnected) return 'controllerPortsClosed';
  return stage === 'secure' ? 'tlsHandshakeTimedOut' : 'ldapTimedOut';
};

const hangUpCode = ({ stage, isLdaps }: Standing): FindingCode => {
  if (stage !== 'secure') return 'ldapConnectionEnded';
  return isLdaps ? 'ldapsWithoutCertificate' : 'tlsClosedByServer';
};

const connectionCode = ({ code }: ConnectionError, standing: Standing): FindingCode => {
  if (code === 'EOF') return hangUpCode(standing);
  return code === 'EINJECTED' ? 'starttlsInjection' : 'ldapReplyNotUnderstood';
};

const refusedLdap = (
  error: LdapError,
  { stage, parameters }: Standing,
  evidence: EvidenceWriter,
): Finding => {
  const command = commands[stage] ?? 'SEARCH';
  evidence.reply({
    ...{ command, code: error.resultCode, enhanced: null },
    text: error.diagnosticMessage || error.resultName,
  });
  if (stage === 'secure') return makeFinding('ldapStarttlsRefused', parameters);
  if (error instanceof LdapDisconnection) return makeFinding('ldapConnectionEnded', parameters);
  const { resultCode, data, win32, diagnosticMessage } = error;
  const ldap = { resultCode, data, win32, diagnosticMessage, operation: command.toLowerCase() };
  return diagnose({ protocol: 'ldap', stage, ldap, parameters });
};

const refusedKerberos = (
  { code, words }: KerberosError,
  { stage, parameters }: Standing,
  evidence: EvidenceWriter,
): Finding => {
  if (words !== '') evidence.fact('localWords', words);
  const systemCode = code === null ? {} : { systemCode: code };
  return diagnose({ protocol: 'kerberos', stage, ...systemCode, text: words, parameters });
};

/** Of the program's own protocols: their errors tell by themselves what happened. */
const knownCode = (error: unknown, standing: Standing): FindingCode | null => {
  if (error instanceof TimeLimitError) return timeoutCode(standing);
  if (error instanceof ConnectionError) return connectionCode(error, standing);
  if (error instanceof LdapProtocolError) return 'ldapReplyNotUnderstood';
  if (error instanceof PingError) return pingCodes[error.code];
  if (error instanceof KerberosUnavailable) return 'kerberosModuleMissing';
  if (error instanceof GssapiBindError) return 'kerberosFailed';
  return error instanceof DnsNameError ? 'domainRecordsMissing' : null;
};

const systemFinding = (systemCode: string, error: unknown, standing: Standing): Finding => {
  const { stage, isConnected, parameters } = standing;
  if (isConnected && systemCode === 'ECONNRESET') return makeFinding(hangUpCode(standing), parameters);
  if (!isConnected && systemCode === 'ECONNREFUSED') return makeFinding('controllerPortsClosed', parameters);
  const protocol = error instanceof HandshakeError ? 'tls' : stage === 'locate' ? 'dns' : 'socket';
  const text = error instanceof Error ? error.message : '';
  return forDirectory(diagnose({ protocol, stage, systemCode, parameters, text }));
};

/**
 * The finding of an error that ended a step with a directory; keeps what a peer said in the evidence. One that nobody
 * foresaw is told to `report` and becomes `unknownFailure`.
 */
export const explainDirectoryError = (
  thrown: unknown,
  standing: Standing,
  { evidence, report }: { evidence: EvidenceWriter; report: (error: unknown) => void },
): Finding => {
  const error = tellingError(thrown);
  if (error instanceof LdapError) return refusedLdap(error, standing, evidence);
  if (error instanceof KerberosError) return refusedKerberos(error, standing, evidence);
  const code = knownCode(error, standing);
  if (code !== null) return dnsFinding(code, standing.parameters, standing.dnsServers ?? []);
  const systemCode = systemCodeOf(error);
  if (systemCode !== null) {
    evidence.fact('systemCode', systemCode);
    return systemFinding(systemCode, error, standing);
  }
  report(error);
  return forDirectory(makeFinding('unknownFailure', standing.parameters));
};
