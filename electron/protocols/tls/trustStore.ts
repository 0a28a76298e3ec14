import { X509Certificate } from 'node:crypto';
import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls';
import type { Trust } from '../../contract/mail/profile.ts';
import { toCertificate } from './certificate.ts';
import { certificatesIn } from './readCertificate.ts';

/** The certificates that a connection trusts, ready for a handshake and for looking them up. */
export type TrustAnchors = {
  secureContext: SecureContext;
  /** Trusted certificates with this subject, in the form in which X509Certificate gives it. */
  bySubject(subject: string): readonly X509Certificate[];
  /** Subjects of those that the settings add to the system's. */
  added: readonly string[];
};

export type TrustStore = { anchorsOf(trust: Trust): TrustAnchors };

/** Building a context of several hundred certificates takes 10 ms; a program uses a handful of different ones. */
const keptContexts = 8;

const groupBySubject = (pems: readonly string[]): Map<string, X509Certificate[]> =>
  Map.groupBy(
    pems.map((pem) => new X509Certificate(pem)),
    ({ subject }) => subject,
  );

const pemsIn = (text: string): string[] =>
  certificatesIn(text).flatMap((certificate) => (certificate === null ? [] : [certificate.pem]));

const createAnchors = (system: readonly string[], added: readonly string[]): TrustAnchors => {
  const pems = [...system, ...added];
  let subjects: Map<string, X509Certificate[]> | null = null;
  return {
    // An issuing CA that was added is enough: its own issuer need not be known (RFC 5280, 6.1.1 d).
    secureContext: createSecureContext({ ca: pems, allowPartialTrustChain: true }),
    bySubject: (subject) => (subjects ??= groupBySubject(pems)).get(subject) ?? [],
    added: added.map((pem) => toCertificate(new X509Certificate(pem)).subject),
  };
};

/** The system's certificates and those that Node brings: a server may have been given either. */
const readSystemCertificates = (): string[] => [
  ...new Set([...getCACertificates('system'), ...getCACertificates('default')]),
];

/**
 * Gives what a profile trusts: the system's store, or that and one added certificate. The system's store is read once,
 * when it is first needed: Node keeps it until the program ends, so what is added to it counts after a restart.
 * @param readSystem PEM texts of the system's store.
 */
export const createTrustStore = (readSystem: () => string[] = readSystemCertificates): TrustStore => {
  const kept = new Map<string, TrustAnchors>();
  let system: string[] | null = null;

  const keep = (key: string, anchors: TrustAnchors): TrustAnchors => {
    kept.set(key, anchors);
    const [oldest] = kept.keys();
    if (kept.size > keptContexts && oldest !== undefined) kept.delete(oldest);
    return anchors;
  };

  return {
    anchorsOf: (trust) => {
      const added = trust.mode === 'certificate' ? trust.pem : '';
      const known = kept.get(added);
      if (known !== undefined) return known;
      system ??= readSystem();
      return keep(added, createAnchors(system, pemsIn(added)));
    },
  };
};
