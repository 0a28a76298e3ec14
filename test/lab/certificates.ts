import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type CertificateRequest,
  createIssuer,
  createSelfSigned,
  type Issuer,
  issueCertificate,
} from './certificateAuthority.ts';
import { labHostName } from './identities.ts';

/** A server certificate with its key, as files for the servers and as text for Node. */
export type LabCertificate = {
  /** PEM of the private key. */
  readonly key: string;
  /** PEM of what the server sends: its certificate, then what it sends above it. */
  readonly chain: string;
  readonly keyPath: string;
  readonly chainPath: string;
};

/**
 * The server certificates of a lab:
 * `good` is right for the lab's name, `localhost` and 127.0.0.1 · `otherName` is for another name ·
 * `expired` ended a month ago · `notYetValid` starts in a year · `selfSigned` is its own issuer ·
 * `leafOnly` lacks the intermediate certificate that issued it · `weakKey` has an RSA key of 1024 bits.
 */
export type CertificateName =
  'good' | 'otherName' | 'expired' | 'notYetValid' | 'selfSigned' | 'leafOnly' | 'weakKey';

/** All certificates of a lab. */
export type LabCertificates = {
  /** The root to trust. */
  readonly authority: { readonly pem: string; readonly path: string };
  readonly servers: Readonly<Record<CertificateName, LabCertificate>>;
};

const rightNames = `DNS:${labHostName}, DNS:localhost, IP:127.0.0.1`;
const commonName = labHostName;

function daysFromNow(days: number): Date {
  return new Date(Date.now() + days * 86_400_000);
}

function readCertificate(folder: string, chainFile: string): LabCertificate {
  const keyPath = path.join(folder, 'key.pem');
  const chainPath = path.join(folder, chainFile);
  return { key: readFileSync(keyPath, 'utf8'), chain: readFileSync(chainPath, 'utf8'), keyPath, chainPath };
}

async function createLeafOnly(directory: string, root: Issuer): Promise<LabCertificate> {
  const intermediate = await createIssuer(
    path.join(directory, 'intermediate'),
    'Lab Mail Intermediate',
    root,
  );
  const folder = path.join(directory, 'leafOnly');
  await issueCertificate(folder, intermediate, { commonName, alternativeNames: rightNames });
  return readCertificate(folder, 'certificate.pem');
}

async function createSelfSignedServer(directory: string): Promise<LabCertificate> {
  const folder = path.join(directory, 'selfSigned');
  await createSelfSigned(folder, commonName, [
    `subjectAltName=${rightNames}`,
    'basicConstraints=critical,CA:FALSE',
  ]);
  return readCertificate(folder, 'certificate.pem');
}

/**
 * Makes all certificates of a lab with the program openssl; takes about a second.
 * @param directory folder to write into; is created.
 * @throws Error when openssl is missing or fails.
 */
export async function createCertificates(directory: string): Promise<LabCertificates> {
  mkdirSync(directory, { recursive: true });
  const root = await createIssuer(path.join(directory, 'root'), 'Lab Mail Root');
  const issue = async (
    name: CertificateName,
    request: Partial<CertificateRequest> = {},
  ): Promise<LabCertificate> => {
    const folder = path.join(directory, name);
    await issueCertificate(folder, root, { commonName, alternativeNames: rightNames, ...request });
    return readCertificate(folder, 'chain.pem');
  };
  const [selfSigned, good, otherName, expired, notYetValid, weakKey, leafOnly] = await Promise.all([
    createSelfSignedServer(directory),
    issue('good'),
    issue('otherName', { commonName: 'other.example.test', alternativeNames: 'DNS:other.example.test' }),
    issue('expired', { validFrom: daysFromNow(-60), validTo: daysFromNow(-30) }),
    issue('notYetValid', { validFrom: daysFromNow(365), validTo: daysFromNow(730) }),
    issue('weakKey', { key: 'rsa:1024' }),
    createLeafOnly(directory, root),
  ]);
  return {
    authority: { pem: readFileSync(root.certificatePath, 'utf8'), path: root.certificatePath },
    servers: { good, otherName, expired, notYetValid, selfSigned, leafOnly, weakKey },
  };
}
