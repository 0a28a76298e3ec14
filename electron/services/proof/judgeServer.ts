import type { X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import { isHostName } from '../../contract/mail/address.ts';
import type { Finding, FormChange } from '../../contract/proof/finding.ts';
import { isSelfSigned, toCertificate } from '../../protocols/tls/certificate.ts';
import {
  type CertificateProblem,
  type CertificateVerdict,
  judgeCertificate,
} from '../../protocols/tls/judgeCertificate.ts';
import type { TrustAnchors } from '../../protocols/tls/trustStore.ts';
import { daysUntil, stepOf } from '../ending/endingSteps.ts';
import { diagnose } from '../knowledge/diagnose.ts';
import type { FindingCode } from '../knowledge/findingTable.ts';
import { makeFinding } from '../knowledge/makeFinding.ts';
import type { EvidenceWriter } from './evidenceWriter.ts';
import type { TranscriptWriter } from './transcriptWriter.ts';

const suggestedHosts = 3;

const findingCodes: Record<Exclude<CertificateProblem['kind'], 'notAccepted'>, FindingCode> = {
  missing: 'certificateMissing',
  expired: 'certificateExpired',
  notYetValid: 'certificateNotYetValid',
  keyTooWeak: 'certificateKeyTooWeak',
  signatureTooWeak: 'certificateSignatureTooWeak',
  nameMismatch: 'certificateNameMismatch',
  selfSigned: 'certificateSelfSigned',
  chainIncomplete: 'certificateChainIncomplete',
  unknownAuthority: 'certificateUnknownAuthority',
};

/** Who is judged: the server at the other end of a secured socket, for the name that the person typed. */
export type JudgedServer = {
  host: string;
  /** Names that are as good as that of the host. */
  otherNames?: readonly string[];
  parameters: Record<string, string>;
  anchors: TrustAnchors;
  now: Date;
  evidence: EvidenceWriter;
  transcript: TranscriptWriter;
};

const namesOf = (certificate: X509Certificate | undefined): string[] =>
  certificate === undefined
    ? []
    : toCertificate(certificate).names.map((name) => name.replace(/^(DNS|IP):/, ''));

/** The day is what a person needs, and ISO 8601 is read alike in every language. */
const dayOf = (instant: string): string => instant.slice(0, 10);

const parametersOf = (
  problem: CertificateProblem,
  { chain: [own] }: CertificateVerdict,
  { parameters }: JudgedServer,
): Record<string, string> => {
  const judged = 'certificate' in problem ? toCertificate(problem.certificate) : null;
  return {
    ...parameters,
    ...(own === undefined ? {} : { names: namesOf(own).join(', '), subject: toCertificate(own).subject }),
    ...(judged === null
      ? {}
      : {
          issuer: judged.issuer,
          validFrom: dayOf(judged.validFrom),
          validTo: dayOf(judged.validTo),
          keyBits: String(judged.keyBits),
        }),
  };
};

/** Trusting it is an answer only to a missing trust, and only for a certificate that the server itself has shown. */
const trustChange = (problem: CertificateProblem): FormChange[] => {
  if (problem.kind !== 'selfSigned' && problem.kind !== 'unknownAuthority') return [];
  const { certificate } = problem;
  if (!certificate.ca && !isSelfSigned(certificate)) return [];
  const { pem, subject, fingerprint } = toCertificate(certificate);
  return [{ change: 'trustCertificate', pem, subject, fingerprint }];
};

/** Every name that the certificate has; who knows the address leaves out those that lead elsewhere. */
const hostChanges = (problem: CertificateProblem, { chain: [own] }: CertificateVerdict): FormChange[] =>
  problem.kind === 'nameMismatch'
    ? namesOf(own)
        .filter(isHostName)
        .slice(0, suggestedHosts)
        .map((host) => ({ change: 'setHost', host }))
    : [];

const findingOf = (
  problem: CertificateProblem,
  verdict: CertificateVerdict,
  server: JudgedServer,
): Finding => {
  const parameters = parametersOf(problem, verdict, server);
  if (problem.kind === 'notAccepted')
    return diagnose({
      ...{ protocol: 'tls', stage: 'secure', parameters },
      ...{ systemCode: problem.code, text: problem.code },
    });
  const changes = [...trustChange(problem), ...hostChanges(problem, verdict)];
  return makeFinding(findingCodes[problem.kind], parameters, changes);
};

const daysLeft = ({ validToDate }: X509Certificate, now: Date): number =>
  daysUntil(validToDate.getTime(), now.getTime());

/** As the watch counts it. */
const endsSoon = ({ validFromDate, validToDate }: X509Certificate, now: Date): boolean => {
  const endsAt = validToDate.getTime();
  return stepOf({ endsAt, lifeMs: endsAt - validFromDate.getTime(), isAge: false }, now.getTime()) !== null;
};

const expiryWarning = (
  { chain: [own] }: CertificateVerdict,
  { parameters, now }: JudgedServer,
): Finding | null => {
  if (own === undefined || !endsSoon(own, now)) return null;
  const validTo = dayOf(own.validToDate.toISOString());
  return makeFinding('certificateExpiresSoon', { ...parameters, validTo, days: String(daysLeft(own, now)) });
};

const writeEvidence = (
  socket: TLSSocket,
  { chain, path, problems }: CertificateVerdict,
  { evidence, transcript, now, anchors: { added } }: JudgedServer,
): void => {
  const protocol = socket.getProtocol() ?? '';
  const cipher = socket.getCipher().standardName;
  const [own] = chain;
  evidence.fact('protocol', protocol);
  evidence.fact('cipher', cipher);
  evidence.fact(
    'chainComplete',
    problems.every(({ kind }) => kind !== 'chainIncomplete'),
  );
  if (path.anchor !== null) evidence.fact('trustedBy', toCertificate(path.anchor).subject);
  if (added.length > 0) evidence.fact('addedAuthorities', [...added]);
  if (own !== undefined) evidence.fact('daysLeft', daysLeft(own, now));
  for (const problem of problems)
    if (problem.kind === 'notAccepted') evidence.fact('systemCode', problem.code);
  evidence.certificates(chain.map(toCertificate));
  transcript.note(`${protocol} ${cipher}`);
};

/**
 * Judges a secured connection: writes certificate, protocol and every problem into the evidence and gives the finding
 * of the worst one, a warning for a certificate that soon ends, or null. All problems stand in the fact `tlsProblems`
 * as codes of findings.
 */
export const judgeServer = (socket: TLSSocket, server: JudgedServer): Finding | null => {
  const verdict = judgeCertificate(socket, server);
  writeEvidence(socket, verdict, server);
  const findings = verdict.problems.map((problem) => findingOf(problem, verdict, server));
  server.evidence.fact('encrypted', true);
  if (findings.length > 0)
    server.evidence.fact('tlsProblems', [...new Set(findings.map(({ code }) => code))]);
  return findings[0] ?? expiryWarning(verdict, server);
};
