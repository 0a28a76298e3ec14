import { isFailure } from '../../../contract/failures.ts';
import type { Finding } from '../../../contract/proof/finding.ts';
import type { StageName } from '../../../contract/proof/proof.ts';
import { ConnectionError, errorCode } from '../../../protocols/net/connectionError.ts';
import { NoAddressReached } from '../../../protocols/net/connectInOrder.ts';
import { HandshakeError } from '../../../protocols/tls/secureSocket.ts';
import { diagnose } from '../../knowledge/diagnose.ts';
import type { FindingCode } from '../../knowledge/findingTable.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import type { Symptom } from '../../knowledge/symptom.ts';
import type { EvidenceWriter } from '../../proof/evidenceWriter.ts';
import { StageTimeout } from '../../proof/stage.ts';

const timeoutCodes: Partial<Record<StageName, FindingCode>> = {
  resolve: 'dnsUnreachable',
  connect: 'connectionTimedOut',
  greet: 'greetingNeverCame',
  secure: 'tlsHandshakeTimedOut',
  arrive: 'connectionTimedOut',
};

const closedCodes: Partial<Record<StageName, FindingCode>> = {
  greet: 'connectionClosedBeforeGreeting',
  secure: 'tlsClosedByServer',
};

const nonsenseCodes: Partial<Record<StageName, FindingCode>> = {
  greet: 'greetingNotSmtp',
  arrive: 'mailboxReplyNotUnderstood',
};

const brokenCode = (stage: StageName, { code }: ConnectionError): FindingCode => {
  if (code === 'EINJECTED') return 'starttlsInjection';
  if (code === 'EOF') return closedCodes[stage] ?? 'connectionClosedByServer';
  return nonsenseCodes[stage] ?? 'replyNotSmtp';
};

const protocolOf = (stage: StageName, error: unknown): Symptom['protocol'] => {
  if (error instanceof HandshakeError) return 'tls';
  if (stage === 'resolve') return 'dns';
  return stage === 'folder' || stage === 'write' || stage === 'store' ? 'file' : 'socket';
};

/** The code that an error was reported with: the system's or OpenSSL's, also of a refusal of our own stores. */
const reportedCode = (error: unknown): string | null => {
  if (isFailure(error)) {
    const { data } = error;
    return typeof data === 'object' && data !== null && 'systemCode' in data ? String(data.systemCode) : null;
  }
  return errorCode(error);
};

/** Node's own codes are for wrong use of its functions; those of TLS and OpenSSL are about the connection. */
const isOurFault = /^ERR_(?!SSL_|TLS_|OSSL_)/;

/** The error that tells most: each address has its own, the first one counts. */
const tellingError = (error: unknown): unknown =>
  error instanceof NoAddressReached ? (error.attempts[0]?.error ?? error) : error;

export type ExplainerParts = {
  /** What the texts of a stage's findings may name. */
  parametersOf: (stage: StageName) => Record<string, string>;
  /** What it means that the time of a stage was up, where more is known than the stage's name. */
  timeoutCode?: (stage: StageName) => FindingCode | null;
  /** Is told what nobody foresaw. */
  report: (stage: StageName, error: unknown) => void;
};

/**
 * Gives the finding of an error that ended a stage. One that nobody foresaw is told to `report` and becomes the
 * finding `unknownFailure`: a fault of this program, never a hang.
 */
export const createErrorExplainer =
  ({ parametersOf, timeoutCode, report }: ExplainerParts) =>
  (stage: StageName, thrown: unknown, evidence: EvidenceWriter): Finding => {
    const error = tellingError(thrown);
    const parameters = parametersOf(stage);
    if (error instanceof StageTimeout)
      return makeFinding(timeoutCode?.(stage) ?? timeoutCodes[stage] ?? 'replyTimedOut', parameters);
    if (error instanceof ConnectionError) {
      if (error.words !== '')
        evidence.reply({ command: null, code: null, enhanced: null, text: error.words });
      return makeFinding(brokenCode(stage, error), parameters);
    }
    const systemCode = reportedCode(error);
    const text = error instanceof Error ? error.message : '';
    if (systemCode !== null && !isOurFault.test(systemCode)) {
      evidence.fact('systemCode', systemCode);
      return diagnose({ protocol: protocolOf(stage, error), stage, systemCode, parameters, text });
    }
    report(stage, error);
    return makeFinding('unknownFailure', parameters);
  };
