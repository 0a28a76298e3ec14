import type { Rule } from './rule.ts';

/** TLS handshakes as OpenSSL, Node, Schannel, Java and GnuTLS name their failures (alerts: RFC 8446 6.2). */
export const tlsRules: readonly Rule[] = [
  {
    code: 'tlsOnPlainPort',
    when: {
      systemCode: ['WRONG_VERSION_NUMBER', 'PACKET_LENGTH_TOO_LONG'],
    },
    examples: [
      'Error: 140735:error:0A00010B:SSL routines:ssl3_get_record:wrong version number { code: "ESOCKET", originalCode: "ERR_SSL_WRONG_VERSION_NUMBER" }',
    ],
  },
  {
    code: 'tlsOnPlainPort',
    when: {
      words:
        /wrong version number|Unrecognized SSL message, plaintext connection|Unsupported or unrecognized SSL message|record layer failure|unknown protocol(?! version)|packet length too long|unexpected TLS packet was received|A TLS packet with unexpected length|first record does not look like a TLS handshake|Cannot determine the frame size or a corrupted frame was received|handshake failed due to an unexpected packet format|format de paquet inattendu|unerwarteten Paketformats/i,
    },
    examples: [
      'error:0A00010B:SSL routines::wrong version number',
      'write EPROTO 0:error:100000f7:SSL routines:OPENSSL_internal:WRONG_VERSION_NUMBER',
      'ssl.SSLError: [SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1006)',
      'javax.net.ssl.SSLException: Unsupported or unrecognized SSL message',
      'System.IO.IOException: The handshake failed due to an unexpected packet format.',
      'Cannot determine the frame size or a corrupted frame was received.',
      '(gnutls_handshake): An unexpected TLS packet was received.',
      'tls: first record does not look like a TLS handshake',
    ],
  },
  {
    code: 'tlsProtocolTooOld',
    when: {
      systemCode: [
        'UNSUPPORTED_PROTOCOL',
        'NO_PROTOCOLS_AVAILABLE',
        'VERSION_TOO_LOW',
        'TLSV1_ALERT_PROTOCOL_VERSION',
        'ERR_TLS_INVALID_PROTOCOL_VERSION',
        'SEC_E_UNSUPPORTED_FUNCTION',
        '0X80090302',
      ],
    },
    examples: [
      'Error: error:0A000102:SSL routines::unsupported protocol { code: "ERR_SSL_UNSUPPORTED_PROTOCOL" }',
    ],
  },
  {
    code: 'tlsProtocolTooOld',
    when: {
      words:
        /unsupported protocol(?! scheme)|no protocols available|alert:? protocol[_ ]version\b|version too low|No appropriate protocol|client requested protocol.{0,60}(?:not enabled|not supported)|inappropriate (?:fallback)|unsupported (?:SSL|TLS)(?: protocol)? version|TLS: protocol version not supported|TLS packet with unsupported version|server selected (?:unsupported )?protocol version/i,
    },
    examples: [
      'error:0A000102:SSL routines::unsupported protocol',
      'error:0A00042E:SSL routines::tlsv1 alert protocol version',
      'javax.net.ssl.SSLHandshakeException: Received fatal alert: protocol_version',
      'javax.net.ssl.SSLHandshakeException: No appropriate protocol (protocol is disabled or cipher suites are inappropriate)',
      'error:141A318A: version too low',
    ],
  },
  {
    code: 'noCommonCipher',
    when: {
      systemCode: [
        'NO_SHARED_CIPHER',
        'NO_CIPHERS_AVAILABLE',
        'NO_CIPHER_MATCH',
        'SEC_E_ALGORITHM_MISMATCH',
        '0X80090331',
        'TLSV1_ALERT_INSUFFICIENT_SECURITY',
      ],
    },
    examples: [
      'SEC_E_ALGORITHM_MISMATCH (0x80090331)',
      'Error: error:0A0000C1:SSL routines::no shared cipher',
    ],
  },
  {
    code: 'noCommonCipher',
    when: {
      words:
        /no shared cipher|none of the cipher suites supported by the client|no ciphers? (?:available|match|suites? in common)|no cipher suites in common|(?:do not|don't) possess a common algorithm|algorithme commun|gemeinsamen Algorithmus|No supported cipher suites|insufficient[_ ]security|no suitable (?:signature algorithm|key share)|could not negotiate a supported cipher suite/i,
    },
    examples: [
      'The client and server cannot communicate, because they do not possess a common algorithm',
      "Le client et le serveur ne peuvent pas communiquer, car ils ne possèdent pas d'algorithme commun",
      'Der Client und der Server können keine Daten austauschen, da sie nicht über einen gemeinsamen Algorithmus verfügen',
      'javax.net.ssl.SSLHandshakeException: no cipher suites in common',
      'An TLS 1.2 connection request was received from a remote client application, but none of the cipher suites supported by the client application are supported by the server.',
      '(gnutls_handshake): Could not negotiate a supported cipher suite.',
    ],
  },
  {
    code: 'tlsParametersTooWeak',
    when: {
      words:
        /\bdh key too small|DH_KEY_TOO_SMALL|bad dh value|Diffie-Hellman.{0,60}(?:too small|not (?:support|accept)|insufficient)|DH ServerKeyExchange does not comply|unsafe legacy renegotiation|prime (?:size )?(?:is )?(?:not|too)/i,
    },
    examples: [
      'error:0A00018A:SSL routines::dh key too small',
      '(gnutls_handshake): The Diffie-Hellman prime sent by the server is not acceptable (not long enough): prime is too small',
      'error:0A000152:SSL routines::unsafe legacy renegotiation disabled',
    ],
  },
  {
    code: 'tlsServerNameUnknown',
    when: { words: /unrecognized[_ ]name/i },
    examples: [
      'error:0A000458:SSL routines::tlsv1 unrecognized name',
      'javax.net.ssl.SSLProtocolException: handshake alert: unrecognized_name',
    ],
  },
  {
    code: 'tlsClosedByServer',
    when: {
      words:
        /unexpected eof while reading|SSL_ERROR_SYSCALL|UNEXPECTED_EOF_WHILE_READING|UNEXPECTED_EOF|Remote host (?:closed connection during handshake|terminated the handshake)|Client network socket disconnected before secure TLS connection was established|(?:TLS connection was non-properly terminated)|authentication failed because the remote party (?:has closed|sent|terminated)|Received an unexpected EOF or 0 bytes from the transport stream|SSL connection has been closed unexpectedly|handshake.{0,40}(?:EOF|closed|reset)/i,
    },
    examples: [
      'error:0A000126:SSL routines::unexpected eof while reading',
      'javax.net.ssl.SSLHandshakeException: Remote host terminated the handshake',
      'Error: Client network socket disconnected before secure TLS connection was established',
      'System.IO.IOException: Received an unexpected EOF or 0 bytes from the transport stream.',
      'Authentication failed because the remote party has closed the transport stream.',
      '(gnutls_handshake): The TLS connection was non-properly terminated.',
    ],
  },
  {
    code: 'tlsHandshakeFailed',
    when: {
      systemCode: [
        'SEC_E_ILLEGAL_MESSAGE',
        '0X80090326',
        'SEC_E_INVALID_TOKEN',
        '0X80090308',
        'SEC_E_INTERNAL_ERROR',
        '0X80090304',
        'SEC_E_MESSAGE_ALTERED',
        '0X8009030F',
        'SSLV3_ALERT_HANDSHAKE_FAILURE',
        'TLSV1_ALERT_HANDSHAKE_FAILURE',
        'TLSV1_ALERT_INTERNAL_ERROR',
        'SEC_E_DECRYPT_FAILURE',
        '0X80090330',
      ],
    },
    examples: [
      'SEC_E_ILLEGAL_MESSAGE (0x80090326) - This error usually occurs when a fatal SSL/TLS alert is received',
      'schannel: next InitializeSecurityContext failed: SEC_E_INVALID_TOKEN (0x80090308) - The token supplied to the function is invalid',
    ],
  },
  {
    code: 'tlsHandshakeFailed',
    when: {
      words:
        /alert handshake[_ ]failure|\btls: handshake failure|creating a TLS (?:client|server) credential|fatal alert: handshake_failure|alert (?:internal error|decode error|illegal parameter|unexpected message|decrypt error|access denied)|(?:message received was unexpected or badly formatted)|A call to SSPI failed|Authentication failed, see inner exception|SSLHandshakeException|SslHandshakeException|Could not convert socket to TLS|ssl3_read_bytes|SSL alert number \d|fatal TLS alert has been received|fatal alert (?:was |has been )?(?:received|generated)/i,
    },
    examples: [
      'error:0A000410:SSL routines::sslv3 alert handshake failure',
      'javax.net.ssl.SSLHandshakeException: Received fatal alert: handshake_failure',
      'A fatal error occurred while creating a TLS client credential. The internal error state is 10013.',
      'System.ComponentModel.Win32Exception: The message received was unexpected or badly formatted',
      'System.Security.Authentication.AuthenticationException: A call to SSPI failed, see inner exception.',
      'jakarta.mail.MessagingException: Could not convert socket to TLS;',
      'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 40.',
    ],
  },
  {
    code: 'tlsHandshakeTimedOut',
    when: {
      words:
        /handshake (?:operation )?(?:timed? ?out|timeout)|ERR_TLS_HANDSHAKE_TIMEOUT|TLS handshake.{0,20}time(?:d )?-?out/i,
    },
    examples: [
      'Error: TLS handshake timeout (ERR_TLS_HANDSHAKE_TIMEOUT)',
      'ssl.SSLError: _ssl.c:980: The handshake operation timed out',
    ],
  },
];
