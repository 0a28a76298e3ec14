import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ExplainInput,
  explanationSchema,
} from '../../../../electron/contract/knowledge/knowledge.contract.ts';
import { explain } from '../../../../electron/services/knowledge/explain.ts';
import { allRules } from '../../../../electron/services/knowledge/rules/allRules.ts';

const ask = (text: string, more: Partial<ExplainInput> = {}) =>
  explain({ text, protocol: null, stage: null, ...more });

describe('a reply in its wrapping', () => {
  it.each([
    [
      'a log line of Postfix',
      'Nov 20 10:00:00 mx postfix/smtp[1]: 4F0A: to=<bob@example.net>, relay=mx.example.net[203.0.113.7]:25, delay=1, delays=0/0/0/1, dsn=5.7.1, status=bounced (host mx.example.net[203.0.113.7] said: 554 5.7.1 Service unavailable; Client host [198.51.100.9] blocked using zen.spamhaus.org (in reply to RCPT TO command))',
      'blocklistedSpamhaus',
      true,
    ],
    [
      'a deferred line of Postfix',
      'postfix/smtp[1]: 4F0A: to=<bob@example.net>, relay=none, delay=30, dsn=4.4.1, status=deferred (connect to mail.example.net[203.0.113.7]:25: Connection timed out)',
      'connectionTimedOut',
      false,
    ],
    [
      'a log line of Sendmail',
      'sendmail[9]: tAK: to=<bob@example.net>, delay=00:00:01, mailer=esmtp, relay=mx.example.net. [203.0.113.7], dsn=5.1.1, stat=User unknown',
      'recipientUnknown',
      true,
    ],
    [
      'a log line of Exim',
      '1abc-000 ** bob@example.net R=dnslookup T=remote_smtp H=mx.example.net [203.0.113.7]: SMTP error from remote mail server after RCPT TO:<bob@example.net>: 550 relay not permitted',
      'relayingDenied',
      true,
    ],
    [
      'a protocol log of Exchange',
      '2026-11-20T10:00:00.000Z,EX01\\Default Frontend EX01,08DE27,9,10.0.0.5:25,10.0.0.9:50112,>,550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain,',
      'relayingDenied',
      true,
    ],
    [
      'the last error of an Exchange queue',
      '[{LRT=11/20/2026 9:00:00 AM};{LED=451 4.4.0 DNS query failed. The error was: SMTPSEND.DNS.NonExistentDomain; nonexistent domain};{FQDN=};{IP=}]',
      'nextHopNameFailed',
      false,
    ],
    [
      'a bounce of Exchange',
      "Delivery has failed to these recipients or groups:\n\nbob@example.net\n\nDiagnostic information for administrators:\n\nGenerating server: EX01.example.org\n\nbob@example.net\nRemote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup'\n\nOriginal message headers:\n\nReceived: from EX01 (10.0.0.5) by EX01 with Microsoft SMTP Server; Fri, 20 Nov 2026 10:00:00 +0100",
      'recipientUnknown',
      true,
    ],
    [
      'a bounce in parts (RFC 3464)',
      'Reporting-MTA: dns; mail.example.org\n\nFinal-Recipient: rfc822; bob@example.net\nAction: failed\nStatus: 5.2.2\nRemote-MTA: dns; mx.example.net\nDiagnostic-Code: smtp; 552 5.2.2 <bob@example.net>: Mailbox full',
      'mailboxFull',
      true,
    ],
    [
      'a bounce that brings a message along, whose words do not count',
      'mx.example.net gave this error:\n550 5.1.1 <bob@example.net>: User unknown\n\nReceived: from server01 (unauthenticated [203.0.113.7])\n\tby mail.example.org; Fri, 20 Nov 2026 10:00:00 +0100\nX-Spam-Status: Yes, spam rejected\nSubject: Virus found, mailbox is full\n\nYour SMTP account is disabled, relay access denied.',
      'recipientUnknown',
      true,
    ],
    [
      'a stack trace of .NET',
      'System.Net.Mail.SmtpException: Failure sending mail. ---> System.Net.WebException: Unable to connect to the remote server ---> System.Net.Sockets.SocketException: No connection could be made because the target machine actively refused it 10.0.0.5:25\r\n   at System.Net.Sockets.Socket.DoConnect(EndPoint endPointSnapshot, SocketAddress socketAddress)\r\n   at System.Net.Mail.SmtpClient.Send(MailMessage message)',
      'connectionRefused',
      true,
    ],
    [
      'a French message of .NET',
      "Le serveur SMTP requiert une connexion sécurisée ou le client n'était pas authentifié. La réponse du serveur était : 5.7.57 Client not authenticated to send mail.",
      'authenticationRequired',
      true,
    ],
    [
      'a stack trace of Java',
      'jakarta.mail.MessagingException: Could not convert socket to TLS;\n  nested exception is:\n\tjavax.net.ssl.SSLHandshakeException: PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target',
      'certificateUnknownAuthority',
      true,
    ],
    [
      'an error of nodemailer as JSON',
      '{"code":"EAUTH","response":"535 5.7.8 Error: authentication failed: (reason unavailable)","responseCode":535,"command":"AUTH PLAIN"}',
      'wrongCredentials',
      true,
    ],
    [
      'a transcript where the last reply tells',
      '220 mail.example.org ESMTP\nEHLO server01\n250-mail.example.org\n250-SIZE 10240000\n250 STARTTLS\nMAIL FROM:<a@example.org>\n250 2.1.0 Ok\nRCPT TO:<bob@example.net>\n554 5.7.1 <bob@example.net>: Relay access denied\nQUIT\n221 2.0.0 Bye',
      'relayingDenied',
      true,
    ],
  ])('%s', (_, text, code, permanent) => {
    expect(ask(text)?.finding).toMatchObject({ code, permanent });
  });
});

describe('what is not known', () => {
  it.each([
    'hello world',
    '250 2.0.0 Ok: queued as 4F0A',
    'NullReferenceException: Object reference not set to an instance of an object',
    '503 Service Unavailable',
    'HTTP/1.1 500 Internal Server Error',
    'User not found in the database',
    'invalid password for user bob',
    'the virus scanner was started',
    'Received: from a by b with SMTP\nAuthentication-Results: spf=fail; dmarc=fail\nSubject: Virus found\n\nYour mailbox is full.',
    'postfix/smtp[1]: 4F0A: to=<bob@example.net>, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 4F0B)',
    'Please send e-mail to user 530, items 421',
    'there are 550 sheep in the field',
    'connected to 5.7.1.2, version 5.7.1.3',
    'Disk usage: 452 MB',
    '599 5.9.9 Frobnication failed',
    'System.Net.Mail.SmtpException: Failure sending mail.',
    "ENOENT: no such file or directory, open '/etc/app.conf'",
  ])('%s', (text) => {
    expect(ask(text)).toBeNull();
  });

  it('stays so when the stage is given', () => {
    expect(ask('hello world', { protocol: 'smtp', stage: 'authenticate' })).toBeNull();
  });
});

describe('an address in a reply', () => {
  it.each(['virus', 'blocked.spamhaus', 'phish', 'quota.exceeded', 'dmarc-fail'])(
    '%s@ says nothing',
    (name) => {
      const text = `550 5.1.1 <${name}@spamcop.net>: Recipient address rejected: User unknown`;
      expect(ask(text)).toMatchObject({ finding: { code: 'recipientUnknown' }, matched: text });
    },
  );
});

describe('what an explanation rests on', () => {
  const long =
    'The administrators of this installation report that since yesterday evening the nightly batch of the accounting department cannot send: System.Net.Sockets.SocketException: No connection could be made because the target machine actively refused it 10.0.0.5:25 and that nobody has changed anything at all in the configuration of the machine in the meantime';

  it('is quoted in whole words', () => {
    const words = long.split(' ');
    const quoted = (ask(long)?.matched ?? '').split(' ');
    expect(quoted).toContain('refused');
    expect(words).toEqual(expect.arrayContaining(quoted));
  });

  it('is the whole sentence where that is short', () => {
    expect(ask('First. The remote name could not be resolved: mail.exmaple.org')?.matched).toBe(
      'The remote name could not be resolved: mail.exmaple.org',
    );
  });
});

describe('a message that somebody wrote', () => {
  const message = (body: string) => `From: alice@example.org\nTo: bob@example.net\nSubject: Hello\n\n${body}`;

  it('is no error, whatever it talks about', () => {
    expect(ask(message('Our certificate has expired, relay access denied.'))).toBeNull();
  });

  it('is one where it quotes a reply in full', () => {
    expect(ask(message('It says 550 5.1.1 User unknown'))?.finding.code).toBe('recipientUnknown');
  });
});

describe('codes that providers use differently', () => {
  it.each([
    [
      '550 5.7.30 Basic authentication is not supported for Client Submission.',
      'exchangeOnlineBasicAuthenticationRemoved',
    ],
    ["550-5.7.30 DKIM authentication didn't pass\n550 5.7.30 for this message. - gsmtp", 'dkimFailed'],
    ['550 5.7.30 REQUIRETLS support required', 'requireTlsNotSupported'],
    ['550 5.7.30 xyzzy', 'replyPermanent'],
    ['550 5.7.27 Sender address has null MX', 'senderDomainAcceptsNoMail'],
    ["550 5.7.27 SPF authentication didn't pass for this message. - gsmtp", 'spfFailed'],
    ['550 5.1.10 Recipient address has null MX', 'recipientDomainAcceptsNoMail'],
    [
      '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient bob@example.net not found by SMTP address lookup',
      'recipientUnknown',
    ],
  ])('%s', (text, code) => {
    expect(ask(text)?.finding.code).toBe(code);
  });
});

describe('the protocol', () => {
  it.each(['ldap', 'kerberos', 'oauth', 'graph', 'ews'] as const)(
    '%s knows connections and TLS, and no words of mail',
    (protocol) => {
      expect(ask('connect ECONNREFUSED 10.0.0.5:636', { protocol })?.finding.code).toBe('connectionRefused');
      expect(ask('certificate has expired', { protocol })?.finding.code).toBe('certificateExpired');
      expect(ask('user unknown', { protocol })).toBeNull();
      expect(ask('550 5.1.1 User unknown', { protocol })?.finding.code).toBe('recipientUnknown');
    },
  );

  it('smtp lets words count that mean nothing elsewhere', () => {
    expect(ask('user unknown')).toBeNull();
    expect(ask('user unknown', { protocol: 'smtp' })?.finding.code).toBe('recipientUnknown');
  });

  it('tls keeps to connections and TLS', () => {
    expect(ask('550 5.1.1 User unknown', { protocol: 'tls' })).toBeNull();
  });
});

describe('any text', () => {
  const pieces = allRules.flatMap(({ examples }) =>
    examples.map((example) => (typeof example === 'string' ? example : example.text)),
  );
  const input: fc.Arbitrary<ExplainInput> = fc.record({
    text: fc.oneof(
      fc.string({ minLength: 1, maxLength: 5_000, unit: 'binary' }),
      fc
        .array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { minLength: 1, maxLength: 20 })
        .map((parts) => parts.join('\n'))
        .filter(Boolean),
    ),
    protocol: fc.constantFrom(null, 'smtp', 'tls', 'ldap'),
    stage: fc.constantFrom(null, 'connect', 'envelope', 'deliver'),
  });

  it('is answered within the contract and never throws', () => {
    fc.assert(
      fc.property(input, (value) => {
        const explanation = explain(value);
        return explanation === null || explanationSchema.safeParse(explanation).success;
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['digits', '550 '.repeat(16_384)],
    ['spaces', ' '.repeat(65_536)],
    ['line breaks and spaces', '\n    '.repeat(13_000)],
    ['brackets', '[{LED='.repeat(10_000)],
    ['codes', '5.7.1.'.repeat(10_000)],
    ['underscores', 'A_'.repeat(32_000)],
    ['a word that many rules start with', 'mailbox user account address '.repeat(2_200)],
    ['two words that rules join over a gap', 'relaying to blocked using listed in '.repeat(2_000)],
    ['lines of one reply', '550-5.7.1 mailbox\n'.repeat(4_000)],
    ['header fields', 'Received: from a\n by b\n'.repeat(3_000)],
    ['sentences', 'x. y; '.repeat(12_000)],
  ])('of 64 KiB of %s ends, also when it goes on for 1 MiB', (_, text) => {
    const longer = text.repeat(Math.ceil(1_048_576 / text.length));
    for (const one of [text, longer])
      expect(() => explain({ text: one, protocol: 'smtp', stage: null })).not.toThrow();
  });
});
