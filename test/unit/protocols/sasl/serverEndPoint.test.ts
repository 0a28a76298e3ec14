import { createHash, X509Certificate } from 'node:crypto';
import { Socket } from 'node:net';
import { getCACertificates } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { endPointOf, serverEndPoint } from '../../../../electron/protocols/sasl/serverEndPoint.ts';

const certificates = getCACertificates('bundled').map((pem) => new X509Certificate(pem));

describe('the channel binding of a certificate (RFC 5929, 4.1)', () => {
  it.each([
    ['sha1WithRSAEncryption', 'sha256'],
    ['sha256WithRSAEncryption', 'sha256'],
    ['ecdsa-with-SHA384', 'sha384'],
    ['sha512WithRSAEncryption', 'sha512'],
  ])('that is signed with %s is its hash by %s', (signature, hash) => {
    const found = certificates.find(({ signatureAlgorithm }) => signatureAlgorithm === signature);
    if (found === undefined) throw new Error(`No root is signed with ${signature} any more.`);
    expect(endPointOf(found)).toEqual(createHash(hash).update(found.raw).digest());
  });

  it('is none without TLS', () => {
    expect(serverEndPoint(new Socket())).toBeNull();
  });
});
