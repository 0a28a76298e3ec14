import type { Rule } from './rule.ts';

/** STARTTLS in the SMTP dialogue (RFC 3207) and rules that ask for TLS. */
export const encryptionRules: readonly Rule[] = [
  {
    code: 'starttlsInjection',
    when: { words: /pipeline after STARTTLS|command(?:s)? after STARTTLS/i },
    examples: [
      '454 4.5.0 SMTP protocol violation, no commands allowed to pipeline after STARTTLS, see RFC 3207. - gsmtp',
    ],
  },
  {
    code: 'starttlsNotOffered',
    when: {
      words:
        /TLS is required, but was not offered|does not (?:support|offer) (?:the )?(?:secure connections|STARTTLS|SSL|TLS)|STARTTLS (?:extension |is )?(?:is )?not (?:supported|available|offered|advertised|enabled)|(?:a TLS session is required|STARTTLS is required but (?:host|server) does(?:n't| not) support)|TLS\/SSL is not (?:available|enabled)|did not advertise STARTTLS|unterstützt keine sicheren Verbindungen|ne prend pas en charge les connexions sécurisées/i,
    },
    examples: [
      'status=deferred (TLS is required, but was not offered by host mail.example.org[203.0.113.7])',
      'System.Net.Mail.SmtpException: Server does not support secure connections.',
      'smtplib.SMTPNotSupportedError: STARTTLS extension not supported by server.',
      'R=dnslookup T=remote_smtp: a TLS session is required, but the server did not offer TLS support',
      'jakarta.mail.MessagingException: STARTTLS is required but host does not support STARTTLS',
      'System.NotSupportedException: The SMTP server does not support the STARTTLS extension.',
      'System.Net.Mail.SmtpException: Der Server unterstützt keine sicheren Verbindungen.',
      'System.Net.Mail.SmtpException: Le serveur ne prend pas en charge les connexions sécurisées.',
      '*** Host did not advertise STARTTLS',
    ],
  },
  {
    code: 'starttlsRefused',
    when: {
      words:
        /TLS (?:is )?(?:currently |temporarily )?not available|TLS (?:currently |temporarily )?unavailable|(?:unable|failed) to (?:initiali[sz]e|start) TLS|STARTTLS.{0,20}(?:failed|temporarily|refused)/i,
      reply: [454, 421, 451, 403, 503, 502, 550, 554],
    },
    examples: [
      '454 4.7.0 TLS not available due to local problem',
      '454 TLS not available due to temporary reason',
      '454 TLS currently unavailable',
    ],
  },
  {
    code: 'starttlsRefused',
    when: { command: 'STARTTLS', reply: [450, 451, 452, 454] },
    examples: [{ text: '454 4.3.0 Try again later (in reply to STARTTLS command)', protocol: 'smtp' }],
  },
  {
    code: 'starttlsNotOffered',
    when: { command: 'STARTTLS', reply: 'permanent' },
    examples: [
      { text: '502 5.5.1 Error: command not implemented (in reply to STARTTLS command)', protocol: 'smtp' },
    ],
  },
  {
    code: 'tlsRequiredByPolicy',
    when: {
      words:
        /Server certificate not (?:verified|trusted)|TLS required for RCPT domain|must (?:use|be sent over) (?:TLS|an encrypted)/i,
    },
    examples: [
      'status=deferred (Server certificate not verified)',
      '421 4.7.0 TLS required for RCPT domain, closing connection. - gsmtp',
      '530 5.7.4 Server certificate not trusted',
    ],
  },
  {
    code: 'requireTlsNotSupported',
    when: { words: /REQUIRETLS/i },
    examples: ['550 5.7.30 REQUIRETLS support required'],
  },
  {
    code: 'smtpUtf8NotOffered',
    when: {
      words:
        /SMTPUTF8 (?:is )?(?:required|not (?:supported|offered|available))|(?:does not (?:support|offer)|without) SMTPUTF8|non-ASCII (?:characters? )?(?:in )?addresses? (?:are )?not (?:permitted|allowed|supported)|internationali[sz]ed (?:e-?mail )?addresses/i,
    },
    examples: [
      'status=bounced (SMTPUTF8 is required, but was not offered by host mail.example.org[203.0.113.7])',
      '550 5.6.7 Non-ASCII addresses not permitted for that sender/recipient',
    ],
  },
];
