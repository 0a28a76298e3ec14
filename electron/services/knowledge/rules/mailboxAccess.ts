import type { Rule } from './rule.ts';

/** IMAP and POP3, where a proof looks for the message: response codes of RFC 5530, RFC 3206 and RFC 2449, and providers' words. */
export const mailboxAccessRules: readonly Rule[] = [
  {
    code: 'mailboxBasicAuthenticationDisabled',
    when: {
      words:
        /BasicAuthBlocked|basic authentication is (?:blocked|disabled).{0,40}(?:IMAP|POP)|(?:IMAP|POP3?).{0,40}basic authentication is (?:blocked|disabled)/i,
    },
    examples: ['NO [ALERT] BasicAuthBlocked', '-ERR Basic authentication is disabled for POP3.'],
  },
  {
    code: 'mailboxAccessNotEnabled',
    when: {
      words:
        /not enabled for (?:IMAP|POP)|(?:IMAP|POP3?)(?: access)? (?:is )?(?:disabled|not enabled|not allowed|deactivated|not permitted)|(?:enable|activate) (?:IMAP|POP)|user is authenticated but not connected/i,
    },
    examples: [
      'NO [ALERT] Your account is not enabled for IMAP use. Please visit your Gmail settings page and enable your account for IMAP access. (Failure)',
      '-ERR [SYS/PERM] Your account is not enabled for POP access. Please visit your Gmail settings page and enable your account for POP access.',
      'BAD User is authenticated but not connected.',
    ],
  },
  {
    code: 'googleAppPasswordRequired',
    when: { words: /\[ALERT\] Application-specific password required/i },
    examples: [
      'NO [ALERT] Application-specific password required: https://support.google.com/accounts/answer/185833 (Failure)',
    ],
  },
  {
    code: 'mailboxSignInNeedsEncryption',
    when: { words: /\[PRIVACYREQUIRED\]|LOGINDISABLED|plaintext authentication disallowed on non-secure/i },
    examples: [
      'NO [PRIVACYREQUIRED] Plaintext authentication disallowed on non-secure (SSL/TLS) connections.',
      '-ERR [AUTH] Plaintext authentication disallowed on non-secure (SSL/TLS) connections.',
    ],
  },
  {
    code: 'passwordExpired',
    when: { words: /\[EXPIRED\]/ },
    examples: ['NO [EXPIRED] Password has expired'],
  },
  {
    code: 'mailboxTooManyConnections',
    when: { words: /\[LIMIT\]|maximum number of connections from user|too many simultaneous connections/i },
    examples: [
      'NO [LIMIT] Maximum number of connections from user+IP exceeded (mail_max_userip_connections=10)',
      'NO [ALERT] Too many simultaneous connections. (Failure)',
    ],
  },
  {
    code: 'mailboxInUse',
    when: { words: /\[IN-?USE\]|(?:maildrop|mailbox|mail drop) (?:is )?(?:already )?(?:in use|locked)/i },
    examples: [
      '-ERR [IN-USE] Do you have another POP session running?',
      'NO [INUSE] Mailbox in use',
      '-ERR maildrop already locked',
    ],
  },
  {
    code: 'mailboxServerBusy',
    when: { words: /\[UNAVAILABLE\]|\[SYS\/TEMP\]|\[LOGIN-DELAY\]|\[SERVERBUG\]/ },
    examples: [
      'NO [UNAVAILABLE] Temporary authentication failure.',
      '-ERR [SYS/TEMP] Temporary system problem. Please try again later.',
      '-ERR [LOGIN-DELAY] minimum time between mail checks violation',
    ],
  },
  {
    code: 'mailboxSignInRefused',
    when: {
      words:
        /(?:imap|pop3)-login: .{0,60}auth failed|\[AUTHENTICATIONFAILED\]|\[AUTHORIZATIONFAILED\]|-ERR \[AUTH\]|\bNO LOGIN failed|-ERR (?:Logon failure|authentication failed|invalid (?:login|password)|login failed)|\bNO (?:AUTHENTICATE|Login|Logon|Authentication) (?:failed|failure|failed\.)|Invalid credentials \(Failure\)/i,
    },
    examples: [
      'A001 NO [AUTHENTICATIONFAILED] Authentication failed.',
      'dovecot: imap-login: Disconnected (auth failed, 1 attempts in 2 secs): user=<alice>, method=PLAIN, rip=203.0.113.7',
      '-ERR [AUTH] Authentication failed.',
      'a1 NO LOGIN failed.',
      '-ERR Logon failure: unknown user name or bad password.',
      'NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)',
    ],
  },
  {
    code: 'mailboxSignInRefused',
    when: {
      protocol: ['imap', 'pop3'],
      words:
        /auth\w{0,20} (?:failed|failure|unsuccessful)|invalid (?:credentials|login|user|password)|log(?:in|on) (?:failed|failure|incorrect)|AuthenticationFailed/i,
    },
    examples: ['A1 NO [AUTHENTICATIONFAILED] Invalid login or password'],
  },
  {
    code: 'mailboxFolderMissing',
    when: { words: /\[NONEXISTENT\]|\[TRYCREATE\]|mailbox doesn't exist|unknown mailbox/i },
    examples: [
      'NO [NONEXISTENT] Unknown Mailbox: Test (Failure)',
      "NO [TRYCREATE] Mailbox doesn't exist: Test",
    ],
  },
  {
    code: 'mailboxFull',
    when: { words: /\[OVERQUOTA\]/ },
    examples: ['NO [OVERQUOTA] Quota exceeded'],
  },
];
