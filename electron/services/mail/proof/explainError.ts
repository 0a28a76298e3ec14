import { TimeLimitError } from '../../../concurrency/timeLimitError.ts';
import type { Finding } from '../../../contract/proof/finding.ts';
import type { StageName } from '../../../contract/proof/proof.ts';
import { KerberosError, KerberosUnavailable } from '../../../protocols/kerberos/kerberosError.ts';
import { NoAddressReached } from '../../../protocols/net/connectInOrder.ts';
import { ConnectionError } from '../../../protocols/net/connectionError.ts';
import { SaslError } from '../../../protocols/sasl/saslError.ts';
import { HandshakeError } from '../../../protocols/tls/secureSocket.ts';
import { diagnose } from '../../knowledge/diagnose.ts';
import type { FindingCode } from '../../knowledge/findingTable.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import type { Symptom } from '../../knowledge/symptom.ts';
import type { EvidenceWriter } from '../../proof/evidenceWriter.ts';
import { systemCodeOf, tellingError } from '../../proof/systemError.ts';
import { explainUnreachedProxy } from './explainUnreachedProxy.ts';
import { serviceParameters } from './serviceParameters.ts';

const timeoutCodes: Partial<Record<StageName, FindingCode>> = {
  resolve: 'dnsUnreachable',
  connect: 'connectionTimedOut',
  greet: 'greetingNeverCame',
  secure: 'tlsHandshakeTimedOut',
};

const closedCodes: Partial<Record<StageName, FindingCode>> = {
  greet: 'connectionClosedBeforeGreeting',
  secure: 'tlsClosedByServer',
};

const nonsenseCodes: Partial<Record<StageName, FindingCode>> = {
  greet: 'greetingNotSmtp',
  arrive: 'mailboxReplyNotUnderstood',
};

/** A greeting that broke off can still be known for none: it begins with a digit (RFC 5321, 4.2). */
const isNoGreeting = (stage: StageName, words: string): boolean => stage === 'greet' && /^\D/.test(words);

const brokenCode = (
  stage: StageName,
  { code, words }: ConnectionError,
  nonsenseCode: FindingCode | undefined,
): FindingCode => {
  if (code === 'EINJECTED') return 'starttlsInjection';
  if (code === 'EOF' && !isNoGreeting(stage, words)) return closedCodes[stage] ?? 'connectionClosedByServer';
  return nonsenseCode ?? nonsenseCodes[stage] ?? 'replyNotSmtp';
};

const timedOutCode = (stage: StageName, words: string): FindingCode =>
  isNoGreeting(stage, words) ? 'greetingNotSmtp' : (timeoutCodes[stage] ?? 'replyTimedOut');

const keepWords = (text: string, evidence: EvidenceWriter): void => {
  if (text !== '') evidence.reply({ command: null, code: null, enhanced: null, text });
};

const protocolOf = (stage: StageName, error: unknown): Symptom['protocol'] => {
  if (error instanceof HandshakeError) return 'tls';
  if (stage === 'resolve') return 'dns';
  return stage === 'folder' || stage === 'write' || stage === 'store' ? 'file' : 'socket';
};

const refusedKerberos = (
  { code, words }: KerberosError,
  { stage, parameters }: Pick<Symptom, 'stage' | 'parameters'>,
  evidence: EvidenceWriter,
): Finding => {
  if (words !== '') evidence.fact('localWords', words);
  const systemCode = code === null ? {} : { systemCode: code };
  return diagnose({ protocol: 'kerberos', stage, ...systemCode, text: words, parameters });
};

export type ExplainerParts = {
  /** What the texts of a stage's findings may name. */
  parametersOf: (stage: StageName) => Record<string, string>;
  /** What it means that the time of a stage was up, where more is known than the stage's name. */
  timeoutCode?: (stage: StageName) => FindingCode | null;
  /** What an answer is called that is none, where another protocol than SMTP is spoken. */
  nonsenseCode?: FindingCode;
  /** What a challenge of a sign-in is called that cannot be read, where the methods are not those of SMTP. */
  challengeCode?: FindingCode;
  /** What a peer had said of an answer when the time was up; empty: nothing. */
  unreadWords?: (stage: StageName) => string;
  /** Is told what nobody foresaw. */
  report: (stage: StageName, error: unknown) => void;
};

/**
 * Gives the finding of an error that ended a stage. One that nobody foresaw is told to `report` and becomes the
 * finding `unknownFailure`: a fault of this program, never a hang.
 */
export const createErrorExplainer =
  ({ parametersOf, timeoutCode, nonsenseCode, challengeCode, unreadWords, report }: ExplainerParts) =>
  (stage: StageName, thrown: unknown, evidence: EvidenceWriter): Finding => {
    const error = tellingError(thrown);
    const parameters = parametersOf(stage);
    const ofProxy = explainUnreachedProxy(thrown, { stage, parameters, evidence });
    if (ofProxy !== null) return ofProxy;
    if (error instanceof TimeLimitError) {
      const words = unreadWords?.(stage) ?? '';
      keepWords(words, evidence);
      const code = timeoutCode?.(stage) ?? timedOutCode(stage, words);
      return makeFinding(code, { ...parameters, ...serviceParameters(words) });
    }
    if (error instanceof ConnectionError) {
      keepWords(error.words, evidence);
      const code = brokenCode(stage, error, nonsenseCode);
      return makeFinding(code, { ...parameters, ...serviceParameters(error.words) });
    }
    if (error instanceof SaslError)
      return makeFinding(challengeCode ?? 'authenticationExchangeRefused', parameters);
    if (error instanceof NoAddressReached) return makeFinding('hostHasNoAddress', parameters);
    if (error instanceof KerberosUnavailable) return makeFinding('kerberosModuleMissing', parameters);
    if (error instanceof KerberosError) return refusedKerberos(error, { stage, parameters }, evidence);
    const systemCode = systemCodeOf(error);
    const text = error instanceof Error ? error.message : '';
    if (systemCode !== null) {
      evidence.fact('systemCode', systemCode);
      return diagnose({ protocol: protocolOf(stage, error), stage, systemCode, parameters, text });
    }
    report(stage, error);
    return makeFinding('unknownFailure', parameters);
  };
