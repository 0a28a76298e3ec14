import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type CertificateRequest,
  createIssuer,
  type Issuer,
  issueCertificate,
} from '../certificateAuthority.ts';

/**
 * What a controller shows: `good` is right for its host name, its domain and its address · `hostOnly` lacks the domain ·
 * `domainOnly` lacks the host · `expired` ended a month
 * ago · `otherName` is for another name · `unknownAuthority` comes from an authority that nobody trusts.
 */
export type DirectoryCertificateName =
  'good' | 'hostOnly' | 'domainOnly' | 'expired' | 'otherName' | 'unknownAuthority';

/** The names a certificate is for. */
export type CertificateSubject = {
  /** Host name of the controller. */
  readonly name: string;
  readonly domain: string;
  readonly address: string;
};

/** The authority of one lab. */
export type DirectoryAuthority = {
  /** The root to trust. */
  readonly pem: string;
  readonly path: string;
  /** Makes a certificate for a controller: `key.pem` and `chain.pem` in the folder that is returned. */
  issue(subject: CertificateSubject, kind: DirectoryCertificateName): Promise<string>;
};

const dayMs = 86_400_000;

function requestFor(
  { name, domain, address }: CertificateSubject,
  kind: DirectoryCertificateName,
): CertificateRequest {
  const right = { commonName: name, alternativeNames: `DNS:${name}, DNS:${domain}, IP:${address}` };
  if (kind === 'hostOnly') return { commonName: name, alternativeNames: `DNS:${name}` };
  if (kind === 'domainOnly') return { commonName: domain, alternativeNames: `DNS:${domain}` };
  if (kind === 'expired') {
    const [validFrom, validTo] = [60, 30].map((days) => new Date(Date.now() - days * dayMs));
    return { ...right, ...(validFrom && validTo ? { validFrom, validTo } : {}) };
  }
  return kind === 'otherName'
    ? { commonName: 'other.example.test', alternativeNames: 'DNS:other.example.test' }
    : right;
}

/**
 * Makes the authority of a lab with the program openssl.
 * @param directory folder to write into; is created.
 */
export async function createDirectoryAuthority(directory: string): Promise<DirectoryAuthority> {
  mkdirSync(directory, { recursive: true });
  const root = await createIssuer(path.join(directory, 'root'), 'Lab Directory Root');
  const issuerOf = (kind: DirectoryCertificateName): Promise<Issuer> | Issuer =>
    kind === 'unknownAuthority' ? createIssuer(path.join(directory, 'unknown'), 'Lab Unknown Root') : root;
  return {
    pem: readFileSync(root.certificatePath, 'utf8'),
    path: root.certificatePath,
    issue: async (subject, kind) => {
      const folder = path.join(directory, `${subject.name}-${kind}`);
      await issueCertificate(folder, await issuerOf(kind), requestFor(subject, kind));
      return folder;
    },
  };
}
