import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CertificateRequest,
  createIssuer,
  type Issuer,
  issueCertificate,
} from '../../lab/certificateAuthority.ts';
import { scriptedSmtp } from '../../lab/faults/scriptedSmtp.ts';
import { weakCiphers } from '../../lab/faults/tlsFaults.ts';
import { failureOf, seeProof, signIn, smtpValues } from './proofLab.ts';

let folder = '';
let root: Issuer;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'certificates-'));
  root = await createIssuer(path.join(folder, 'root'), 'Odd Root');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const modes = { starttls: 'starttls', tls: 'implicit' } as const;

type Wishes = {
  request?: Partial<CertificateRequest>;
  demandsCertificate?: boolean;
  host?: string;
  encryption?: keyof typeof modes;
};

/** Proves against a server with a certificate of its own, which the profile's root has issued. */
const proveAgainst = async ({
  request = {},
  demandsCertificate = false,
  host = 'localhost',
  encryption = 'starttls',
}: Wishes) => {
  const own = await mkdtemp(path.join(folder, 'server-'));
  const names = 'DNS:localhost, IP:127.0.0.1';
  await issueCertificate(own, root, { commonName: 'localhost', alternativeNames: names, ...request });
  const [key, cert, pem] = [path.join(own, 'key.pem'), path.join(own, 'chain.pem'), root.certificatePath].map(
    (file) => readFileSync(file, 'utf8'),
  );
  const tls = { key, cert, demandsCertificate, ciphers: weakCiphers };
  const server = await scriptedSmtp({}, { tls: { mode: modes[encryption], server: tls } });
  const proof = await seeProof(
    smtpValues({
      ...{ host, port: server.port, encryption, timeoutMs: 2_000, authentication: signIn('alice') },
      trust: { mode: 'certificate', pem: pem ?? '' },
    }),
  );
  await server.close();
  return { server, proof };
};

describe('a certificate', () => {
  it.each<[string, Wishes, string]>([
    ['that SHA-1 signed', { request: { digest: 'sha1' } }, 'certificateSignatureTooWeak'],
    ['that is for clients', { request: { usage: 'clientAuth' } }, 'certificateWrongPurpose'],
    [
      'for a name below ours',
      { request: { alternativeNames: 'DNS:*.localhost' } },
      'certificateNameMismatch',
    ],
    [
      'for the name of an address',
      { request: { alternativeNames: 'DNS:127.0.0.1' }, host: '127.0.0.1' },
      'certificateNameMismatch',
    ],
  ])('%s is refused before anything is sent', async (_, wishes, code) => {
    const { server, proof } = await proveAgainst(wishes);
    expect(failureOf(proof)).toBe(`secure ${code}`);
    expect(proof.failed?.evidence.facts.tlsProblems).toEqual([code]);
    expect(server.received.at(-1)).toBe('STARTTLS');
  });

  it('for an address is right for that address', async () => {
    const request = { alternativeNames: 'IP:127.0.0.1' };
    expect((await proveAgainst({ request, host: '127.0.0.1' })).proof.outcome).toBe('passed');
  });

  it.each(['starttls', 'tls'] as const)(
    'of ours, demanded over %s, is named as what is missing',
    async (encryption) => {
      const { proof } = await proveAgainst({ demandsCertificate: true, encryption });
      // In TLS 1.3 the refusal may come when the handshake is over for the client (RFC 8446, 4.4.2.4), with its next words.
      expect(['secure', 'greet', 'identify'].map((stage) => `${stage} clientCertificateRequired`)).toContain(
        failureOf(proof),
      );
    },
  );
});
