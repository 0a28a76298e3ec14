import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { certificateSchema } from '../../../../electron/contract/proof/evidence.ts';
import { toCertificate } from '../../../../electron/protocols/tls/certificate.ts';
import { readCertificateText } from '../../../../electron/protocols/tls/readCertificate.ts';
import { authorityPem, selfSignedEd25519Pem, serverPem } from './certificateSamples.ts';

const base64Of = (pem: string): string => pem.replace(/-----[^-]+-----/g, '').trim();

describe('a certificate', () => {
  it('says who, by whom, for which names, and with which key', () => {
    const certificate = toCertificate(new X509Certificate(serverPem));
    expect(certificateSchema.parse(certificate)).toMatchObject({
      subject: 'CN=mail.corp.example, O=Corp',
      names: ['DNS:mail.corp.example', 'DNS:*.corp.example', 'IP:10.0.0.25', 'IP:2001:DB8:0:0:0:0:0:25'],
      fingerprint:
        '24:D8:75:02:F6:77:D6:CA:5D:62:BD:DD:02:34:D2:1F:0E:4D:32:9E:D8:93:46:CC:18:06:09:8F:DF:20:29:67',
      keyType: 'rsa',
      keyBits: 2048,
      isAuthority: false,
      selfSigned: false,
    });
    expect(certificate.issuer).toContain('CN=Corp Root');
  });

  it.each([
    [authorityPem, { keyType: 'ec', keyBits: 384, isAuthority: true, selfSigned: true, names: [] }],
    [selfSignedEd25519Pem, { keyType: 'ed25519', keyBits: null, selfSigned: true }],
  ])('can have another kind of key', (pem, expected) => {
    expect(certificateSchema.parse(toCertificate(new X509Certificate(pem)))).toMatchObject(expected);
  });
});

describe('reading a certificate from text', () => {
  it.each([
    ['PEM', authorityPem],
    [
      'PEM with Windows line ends and words around it',
      `Our CA:\r\n${authorityPem.replaceAll('\n', '\r\n')}\r\nBye`,
    ],
    ['PEM with lines that end in CR', authorityPem.replaceAll('\n', '\r')],
    ['base64 alone', base64Of(authorityPem)],
  ])('takes %s', (_, text) => {
    expect(readCertificateText(text)).toMatchObject({ found: 1, certificate: { isAuthority: true } });
  });

  it('finds none in a long text without an end, and does not take long about it', () => {
    expect(readCertificateText(`${' '.repeat(1_000_000)}!`)).toBeNull();
    expect(readCertificateText('-----BEGIN CERTIFICATE-----'.repeat(30_000))).toBeNull();
  });

  it('takes the authority out of several', () => {
    expect(readCertificateText(`${serverPem}\n${authorityPem}`)).toMatchObject({
      found: 2,
      certificate: { selfSigned: true, keyType: 'ec' },
    });
  });

  it.each([
    ['', 'nothing'],
    ['hello', 'a word that is base64 too'],
    ['-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', 'an empty shell'],
    [authorityPem.slice(0, 200), 'half of one'],
    ['-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----', 'a private key'],
    [
      `${authorityPem}\n-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----`,
      'a good one beside a broken one',
    ],
  ])('refuses %#: %s', (text) => {
    expect(readCertificateText(text)).toBeNull();
  });
});
