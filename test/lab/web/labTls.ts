import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTrustStore } from '../../../electron/protocols/tls/trustStore.ts';
import type { TrustAnchors } from '../../../electron/protocols/tls/trustStore.ts';
import { type CertificateRequest, createIssuer, issueCertificate } from '../certificateAuthority.ts';

/** An authority of a test's own, and certificates that it issues. */
export type LabTls = {
  /** PEM of the authority. */
  readonly authority: string;
  /** What trusts the authority, and nothing else. */
  readonly anchors: TrustAnchors;
  /** Makes a certificate; right for `localhost` and 127.0.0.1 where nothing else is said. */
  issue(request?: Partial<CertificateRequest>): Promise<{ key: string; cert: string }>;
  /** Deletes its files. */
  remove(): void;
};

/** Makes an authority in a folder of its own. Throws Error when openssl is missing. */
export async function createLabTls(): Promise<LabTls> {
  const folder = mkdtempSync(path.join(tmpdir(), 'relay-console-web-'));
  const root = await createIssuer(path.join(folder, 'root'), 'Lab Web Root');
  const authority = readFileSync(root.certificatePath, 'utf8');
  return {
    authority,
    anchors: createTrustStore(() => []).anchorsOf({ mode: 'certificate', pem: authority }),
    issue: async (request = {}) => {
      const own = mkdtempSync(path.join(folder, 'server-'));
      const alternativeNames = 'DNS:localhost, IP:127.0.0.1';
      await issueCertificate(own, root, { commonName: 'localhost', alternativeNames, ...request });
      const [key, cert] = ['key.pem', 'chain.pem'].map((file) => readFileSync(path.join(own, file), 'utf8'));
      return { key: key ?? '', cert: cert ?? '' };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
