import type { Rule } from './rule.ts';

/**
 * Certificates as OpenSSL (openssl-verification-options(1)), Node, Schannel and .NET, Java, GnuTLS and Python name them.
 * MailKit lists every possible reason in one message ("is expired or invalid"): such lists say nothing.
 */
export const certificateRules: readonly Rule[] = [
  {
    code: 'certificateSeveralFaults',
    when: {
      words:
        /RemoteCertificateNameMismatch.{0,40}RemoteCertificateChainErrors|RemoteCertificateChainErrors.{0,40}RemoteCertificateNameMismatch/,
    },
    examples: [
      'The remote certificate is invalid according to the validation procedure: RemoteCertificateNameMismatch, RemoteCertificateChainErrors',
    ],
  },
  {
    code: 'certificateExpired',
    when: {
      systemCode: ['CERT_HAS_EXPIRED', 'SEC_E_CERT_EXPIRED', '0X80090328', 'CERT_E_EXPIRED', '0X800B0101'],
    },
    examples: [
      'Error: certificate has expired { code: "ESOCKET", originalCode: "CERT_HAS_EXPIRED", command: "CONN" }',
      'SEC_E_CERT_EXPIRED: The received certificate has expired. (0x80090328)',
    ],
  },
  {
    code: 'certificateExpired',
    when: {
      words:
        /certificate (?:has |is )?expired(?! or)|current time \S{1,40} is after|alert certificate expired|Verify return code: 10 |verify error:num=10:|CertificateExpiredException|NotAfter: |certificat(?:e)? (?:a |est )?expir[ée](?! ou)|Zertifikat ist abgelaufen/i,
    },
    examples: [
      'ssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: certificate has expired (_ssl.c:1006)',
      'Verify return code: 10 (certificate has expired)',
      'java.security.cert.CertificateExpiredException: NotAfter: Sat Jan 01 12:00:00 UTC 2026',
      'x509: certificate has expired or is not yet valid: current time 2026-11-20T10:00:00Z is after 2026-01-01T00:00:00Z',
      'The certificate is NOT trusted. The certificate chain uses expired certificate. certificate expired',
      'certificate verification failed for mail.example.net[203.0.113.7]:25: certificate has expired',
    ],
  },
  {
    code: 'certificateNotYetValid',
    when: { systemCode: ['CERT_NOT_YET_VALID'] },
    examples: ['Error: certificate is not yet valid (CERT_NOT_YET_VALID)'],
  },
  {
    code: 'certificateNotYetValid',
    when: {
      words:
        /certificate is not yet (?:valid|activated)|current time \S{1,40} is before|CertificateNotYetValidException|Verify return code: 9 /i,
    },
    examples: [
      '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: certificate is not yet valid',
      'Verify return code: 9 (certificate is not yet valid)',
    ],
  },
  {
    code: 'certificateOutsideDates',
    when: { words: /\bNotTimeValid\b|certificate (?:has )?expired or is not yet valid/i },
    examples: [
      'The remote certificate is invalid because of errors in the certificate chain: NotTimeValid',
      'x509: certificate has expired or is not yet valid',
    ],
  },
  {
    code: 'certificateNameMismatch',
    when: {
      systemCode: [
        'ERR_TLS_CERT_ALTNAME_INVALID',
        'HOSTNAME_MISMATCH',
        'SEC_E_WRONG_PRINCIPAL',
        '0X80090322',
        'CERT_E_CN_NO_MATCH',
        '0X800B010F',
      ],
    },
    examples: [
      "Error [ERR_TLS_CERT_ALTNAME_INVALID]: Hostname/IP does not match certificate's altnames: Host: mail.example.test. is not in the cert's altnames: DNS:other.example.test",
      'SEC_E_WRONG_PRINCIPAL (0x80090322): The target principal name is incorrect.',
    ],
  },
  {
    code: 'certificateNameMismatch',
    when: {
      words:
        /RemoteCertificateNameMismatch|certificate is valid for .{1,200}, not |relies on legacy Common Name field|hostname mismatch|(?:does not|doesn't) match (?:certificate|the (?:host ?name|certificate|target host)|target host ?name|server name)|Verify return code: 62 |IP address mismatch|No (?:subject alternative|name matching).{0,120}found|certificate (?:common |subject )?name.{0,80}(?:does not|doesn't) match|certificate is not valid for|target principal name is incorrect|name(?:s)? (?:in|on|of) the (?:server )?certificate.{0,60}(?:match|invalid)|verif\w{1,20} failed .{0,40}num=62:|SubjectMismatch|host ?name did not match the name given in|no alternative certificate subject name matches|did not match expected CN=|(?:does not|doesn't) match any of the subject alternative names/i,
    },
    examples: [
      'The remote certificate is invalid according to the validation procedure: RemoteCertificateNameMismatch',
      "ssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: Hostname mismatch, certificate is not valid for 'mail.example.org'. (_ssl.c:1006)",
      'Verify return code: 62 (hostname mismatch)',
      'x509: certificate is valid for other.example.net, not mail.example.net',
      'javax.net.ssl.SSLHandshakeException: No subject alternative DNS name matching mail.example.org found.',
      'The name on the security certificate is invalid or does not match the name of the site: certificate name does not match',
      "The host name did not match the name given in the server's SSL certificate.",
      "curl: (60) SSL: no alternative certificate subject name matches target host name 'mail.example.org'",
      "Peer certificate CN=`*.example.net' did not match expected CN=`mail.example.org' : hostname mismatch",
    ],
  },
  {
    code: 'certificateSelfSigned',
    when: { systemCode: ['DEPTH_ZERO_SELF_SIGNED_CERT'] },
    examples: [
      'Error: self-signed certificate { code: "ESOCKET", originalCode: "DEPTH_ZERO_SELF_SIGNED_CERT" }',
    ],
  },
  {
    code: 'certificateUnknownAuthority',
    when: {
      systemCode: [
        'SELF_SIGNED_CERT_IN_CHAIN',
        'UNABLE_TO_GET_ISSUER_CERT',
        'CERT_UNTRUSTED',
        'SEC_E_UNTRUSTED_ROOT',
        '0X80090325',
        'CERT_E_UNTRUSTEDROOT',
        '0X800B0109',
        'CERT_E_CHAINING',
        '0X800B010A',
      ],
    },
    examples: [
      'Error: self-signed certificate in certificate chain { code: "ESOCKET", originalCode: "SELF_SIGNED_CERT_IN_CHAIN" }',
      'SEC_E_UNTRUSTED_ROOT (0x80090325) - The certificate chain was issued by an authority that is not trusted.',
    ],
  },
  {
    code: 'certificateChainIncomplete',
    when: { systemCode: ['UNABLE_TO_VERIFY_LEAF_SIGNATURE'] },
    examples: ['Error: unable to verify the first certificate (UNABLE_TO_VERIFY_LEAF_SIGNATURE)'],
  },
  {
    code: 'certificateUnknownAuthority',
    when: { systemCode: ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY'] },
    examples: ['Error: unable to get local issuer certificate { code: "UNABLE_TO_GET_ISSUER_CERT_LOCALLY" }'],
  },
  {
    code: 'certificateUnknownAuthority',
    when: {
      words:
        /self[- ]signed certificate in certificate chain|Verify return code: (?:2|19|20) |num=(?:19|20):|unable to get (?:local )?issuer certificate|PKIX path (?:building|validation) failed|unable to find valid certification path|UntrustedRoot|issued by an authority that is not trusted|(?:signed by|issued by) an? (?:unknown|untrusted)|(?:untrusted|unknown) (?:root|issuer|authority)|issuer is unknown|certificate issuer is unknown|root certificate (?:which )?is not trusted|terminated in a root certificate which is not trusted|endete jedoch mit einem Stammzertifikat|se termine par un certificat racine|CA certificate.{0,20}not trusted/i,
    },
    examples: [
      'javax.net.ssl.SSLHandshakeException: PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target',
      'ssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1006)',
      'Verify return code: 19 (self-signed certificate in certificate chain)',
      'Verify return code: 20 (unable to get local issuer certificate)',
      'The remote certificate is invalid because of errors in the certificate chain: UntrustedRoot',
      'A certificate chain processed, but terminated in a root certificate which is not trusted by the trust provider.',
      'The certificate is NOT trusted. The certificate issuer is unknown.',
      'certificate verification failed for mail.example.net[203.0.113.7]:25: untrusted issuer /CN=Corp Root CA',
    ],
  },
  {
    code: 'certificateSelfSigned',
    when: {
      words:
        /self[- ]signed certificate(?! which cannot)|Verify return code: 18 |num=18:|certificat auto-?sign|selbstsigniert|selbst signiert/i,
    },
    examples: [
      'Verify return code: 18 (self-signed certificate)',
      '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate (_ssl.c:1006)',
      'verify error:num=18:self signed certificate',
    ],
  },
  {
    code: 'certificateChainIncomplete',
    when: {
      words:
        /unable to verify the first certificate|Verify return code: 21 |num=21:|PartialChain|certificate chain (?:is )?(?:incomplete|could not be built)|A certificate chain could not be built/i,
    },
    examples: [
      'Verify return code: 21 (unable to verify the first certificate)',
      'The remote certificate is invalid because of errors in the certificate chain: PartialChain',
    ],
  },
  {
    code: 'certificateRevoked',
    when: {
      words:
        /certificate (?:is |has been |was )?revoked|CERT_REVOKED|CRYPT_E_REVOKED|alert certificate revoked/i,
    },
    examples: [
      'certificate revoked (CERT_REVOKED)',
      'CRYPT_E_REVOKED: The certificate is revoked. (0x80092010)',
    ],
  },
  {
    code: 'certificateRevocationUnknown',
    when: {
      words:
        /RevocationStatusUnknown|OfflineRevocation|revocation (?:function was unable|server was offline|status (?:could not|unknown)|check)|CRYPT_E_(?:NO_REVOCATION_CHECK|REVOCATION_OFFLINE)|unable to get certificate CRL|UNABLE_TO_GET_CRL/i,
    },
    examples: [
      'The remote certificate is invalid because of errors in the certificate chain: RevocationStatusUnknown, OfflineRevocation',
      'CRYPT_E_REVOCATION_OFFLINE (0x80092013) - The revocation function was unable to check revocation because the revocation server was offline.',
    ],
  },
  {
    code: 'certificateKeyTooWeak',
    when: {
      words:
        /\b(?:ee|ca) key too small|(?:certificate|public) key.{0,20}too (?:small|short|weak)|(?:EE|CA)_KEY_TOO_SMALL/i,
    },
    examples: ['error:0A00018F:SSL routines::ee key too small', 'error:1408518A: ca key too small'],
  },
  {
    code: 'certificateSignatureTooWeak',
    when: {
      words:
        /\bca md too weak|md too weak|CA_MD_TOO_WEAK|(?:signature|hash|digest) algorithm.{0,40}(?:weak|insecure|not (?:supported|allowed)|constraint)|NotSignatureValid.{0,20}weak|HasWeakSignature|(?:SHA1withRSA|MD5withRSA).{0,40}(?:disabled|constraint)|insecure algorithm/i,
    },
    examples: [
      'error:0A00018E:SSL routines::ca md too weak',
      'The certificate is NOT trusted. The certificate chain uses insecure algorithm.',
    ],
  },
  {
    code: 'certificateWrongPurpose',
    when: {
      words:
        /unsupported certificate purpose|INVALID_PURPOSE|Verify return code: 26 |num=26:|NotValidForUsage|unsuitable certificate purpose|(?:extended )?key usage does not permit|not valid for (?:the )?requested usage|CERT_E_WRONG_USAGE/i,
    },
    examples: [
      'Verify return code: 26 (unsupported certificate purpose)',
      'Error: unsuitable certificate purpose (INVALID_PURPOSE)',
      'The remote certificate is invalid: NotValidForUsage',
    ],
  },
  {
    code: 'certificateMissing',
    when: { words: /RemoteCertificateNotAvailable/i },
    examples: [
      'The remote certificate is invalid according to the validation procedure: RemoteCertificateNotAvailable',
    ],
  },
  {
    code: 'clientCertificateRequired',
    when: {
      words:
        /peer did not return a certificate|alert certificate required|certificate required|alert no certificate|client certificate (?:is )?required/i,
    },
    examples: [
      'error:0A0000C7:SSL routines::peer did not return a certificate',
      'error:0A00045C:SSL routines::tlsv13 alert certificate required',
    ],
  },
  {
    code: 'certificateRejectedByPeer',
    when: {
      words:
        /alert (?:unknown ca|bad certificate|certificate unknown|unsupported certificate)|Received fatal alert: (?:unknown_ca|bad_certificate|certificate_unknown|certificate_expired)|alert.{0,10}read:fatal:(?:unknown CA|bad certificate|certificate unknown)/i,
    },
    examples: [
      'error:0A000418:SSL routines::tlsv1 alert unknown ca',
      'javax.net.ssl.SSLHandshakeException: Received fatal alert: certificate_unknown',
      'SSL3 alert read:fatal:unknown CA',
    ],
  },
  {
    code: 'certificateNotAccepted',
    when: {
      systemCode: [
        'CERT_REJECTED',
        'CERT_CHAIN_TOO_LONG',
        'INVALID_CA',
        'PATH_LENGTH_EXCEEDED',
        'CERT_SIGNATURE_FAILURE',
        'ERR_TLS_CERT_SIGNATURE_ALGORITHM_UNSUPPORTED',
        'SEC_E_CERT_UNKNOWN',
        '0X80090327',
      ],
    },
    examples: [
      'Error: certificate signature failure (CERT_SIGNATURE_FAILURE)',
      'SEC_E_CERT_UNKNOWN (0x80090327): An unknown error occurred while processing the certificate.',
    ],
  },
  {
    code: 'certificateNotAccepted',
    when: {
      words:
        /remote certificate (?:is|was) (?:invalid|rejected)|certificate verify failed|certificate verification failed|certificate could not be validated|CERTIFICATE_VERIFY_FAILED|RemoteCertificateChainErrors|certificat distant (?:n'est pas valide|non valide)|Remotezertifikat ist (?:laut|gem)/i,
    },
    examples: [
      'System.Security.Authentication.AuthenticationException: The remote certificate is invalid according to the validation procedure.',
      'The remote certificate is invalid according to the validation procedure: RemoteCertificateChainErrors',
      'Das Remotezertifikat ist laut Validierungsverfahren ungültig.',
      "Le certificat distant n'est pas valide selon la procédure de validation.",
      'error:0A000086:SSL routines::certificate verify failed',
    ],
  },
];
