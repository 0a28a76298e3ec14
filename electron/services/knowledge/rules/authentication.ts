import type { Rule } from './rule.ts';

/** Signing in with SMTP AUTH (RFC 4954), whatever the server. */
export const authenticationRules: readonly Rule[] = [
  {
    code: 'tooManySignIns',
    when: {
      words:
        /too many (?:bad |failed )?(?:login|log-in|auth\w{0,20}|sign-?in) attempts|too many (?:authentication failures|unsuccessful auth|(?:invalid|bad|failed) (?:login|sign-?in|password)s)/i,
    },
    examples: [
      '454 4.7.0 Too many login attempts, please try again later. 5614622812f47-3b2f0sm1 - gsmtp',
      '421 4.7.0 Too many login attempts',
      '421 4.7.0 Too many unsuccessful authentications',
      '554 5.7.0 Too many invalid logins',
    ],
  },
  {
    code: 'accountLocked',
    when: {
      words:
        /account (?:is |has been |was )?(?:temporarily )?(?:locked|blocked)|user (?:is )?locked|account lock(?:ed|out)|compte (?:est )?(?:verrouill|bloqu)|konto (?:ist |wurde )?gesperrt/i,
      reply: [421, 432, 451, 454, 525, 530, 534, 535, 538],
    },
    examples: ['535 5.7.8 Error: authentication failed: account is locked', '535 5.7.0 Account locked out'],
  },
  {
    code: 'passwordExpired',
    when: {
      words:
        /password (?:has |is )?expired|expired password|mot de passe (?:a )?expir|(?:kennwort|passwort) (?:ist )?abgelaufen/i,
    },
    examples: ['535 5.7.8 Authentication failed: password expired'],
  },
  {
    code: 'accountDisabled',
    when: {
      words:
        /(?:user |mail ?)?account (?:is |has been |was )?(?:currently )?(?:disabled|deactivated|inactive|suspended)|user (?:is |has been )?disabled/i,
      stage: 'authenticate',
    },
    examples: [{ text: '535 5.7.13 AUTH PLAIN: user account disabled', protocol: 'smtp' }],
  },
  {
    code: 'accountDisabled',
    when: { command: 'AUTH', words: /mailbox (?:is |has been )?(?:disabled|inactive|suspended)/i },
    examples: ['550 5.2.1 Mailbox disabled (in reply to AUTH command: AUTH PLAIN)'],
  },
  {
    code: 'accountDisabled',
    when: { enhanced: 'x.7.13' },
    examples: ['525 5.7.13 User Account Disabled'],
  },
  {
    code: 'passwordTransitionNeeded',
    when: { words: /password transition (?:is )?needed/i },
    examples: ['432 4.7.12 A password transition is needed'],
  },
  {
    code: 'authenticationTemporaryFailure',
    when: {
      words:
        /temporary authentication (?:failure|problem)|(?:cannot|could not|unable to) authenticate.{0,40}temporar|authentication (?:service |server |system )?(?:is )?(?:temporarily )?unavailable|auth(?:entication)? backend|Connection lost to authentication server|temporary (?:auth|login) (?:failure|problem)/i,
    },
    examples: [
      '454 4.7.0 Temporary authentication failure: Connection lost to authentication server',
      '454 4.7.0 Cannot authenticate due to a temporary system problem. Try again later. - gsmtp',
      '435 Unable to authenticate at present: authentication server temporarily unavailable',
    ],
  },
  {
    code: 'authenticationNeedsEncryption',
    when: {
      words:
        /encryption (?:is )?required for (?:the )?requested authentication|must (?:issue (?:a )?|use )(?:STARTTLS|TLS|SSL).{0,30}(?:auth|log)|(?:auth|login|log in).{0,30}(?:only (?:over|after|with|on)|requires?|without) (?:a )?(?:secure|encrypt\w{0,20}|TLS|SSL|STARTTLS)|plaintext auth\w{0,20} (?:is )?(?:disabled|disallowed|not (?:allowed|permitted))|AUTH command used when not advertised/i,
    },
    examples: [
      '538 5.7.11 Encryption required for requested authentication mechanism',
      '503 AUTH command used when not advertised',
      '530 5.7.0 Authentication requires a TLS connection: login only over TLS',
    ],
  },
  {
    code: 'starttlsRequired',
    when: {
      words:
        /must issue (?:a )?STARTTLS|STARTTLS (?:command )?(?:is )?(?:required|first)|(?:TLS|SSL|encryption|secure connection) (?:is )?required|requires? (?:a )?(?:secure connection|TLS|STARTTLS|encryption)|need (?:TLS|STARTTLS)|use STARTTLS/i,
      reply: [530, 523, 538, 554, 550, 451, 421, 450, 454, 503],
    },
    examples: [
      '530 5.7.0 Must issue a STARTTLS command first',
      '530 5.7.0 Must issue a STARTTLS command first. r5sm1 - gsmtp',
      '554 5.7.1 Session encryption is required',
      '530 #5.7.0 Must issue a STARTTLS command first',
    ],
  },
  {
    code: 'starttlsRequired',
    when: {
      words:
        /server response was: ?(?:5\.7\.0 )?Must issue a STARTTLS|^Must issue a STARTTLS command first|server requires a secure connection.{0,90}STARTTLS/i,
    },
    examples: [
      'System.Net.Mail.SmtpException: The SMTP server requires a secure connection or the client was not authenticated. The server response was: 5.7.0 Must issue a STARTTLS command first. 12sm1wrx.5 - gsmtp',
      'The SMTP server requires a secure connection or the client was not authenticated. The server response was: Must issue a STARTTLS command first',
    ],
  },
  {
    code: 'mechanismTooWeak',
    when: { words: /(?:authentication )?mechanism (?:is )?too weak/i },
    examples: ['534 5.7.9 Authentication mechanism is too weak'],
  },
  {
    code: 'noCommonMechanism',
    when: {
      words:
        /(?:unrecogni[sz]ed|unsupported|unknown|invalid|no (?:supported|suitable|worthy|compatible)) (?:(?:SASL |auth(?:entication|orization)? )(?:type|method|scheme)|(?:SASL |auth(?:entication|orization)? )?mechanisms?)\b|No suitable authentication method|(?:auth(?:entication)?|SASL) (?:type|mechanisms?|method)s? (?:is |are )?(?:not (?:supported|available|recognized|allowed|enabled)|unsupported|unknown)|no mechanisms? available|No authentication mechanisms? support/i,
    },
    examples: [
      '504 5.7.4 Unrecognized authentication type',
      '535 5.7.8 Error: authentication failed: Invalid authentication mechanism',
      'SMTPNotSupportedError: No suitable authentication method found.',
      '504 5.5.1 AUTH mechanism not available: unrecognized authentication type',
      'jakarta.mail.AuthenticationFailedException: No authentication mechanisms supported by both server and client',
    ],
  },
  {
    code: 'authenticationNotOffered',
    when: {
      words:
        /authentication not enabled|SMTP AUTH (?:extension )?(?:is )?not supported by server|does not support (?:authentication|AUTH\b)|AUTH (?:command )?(?:is )?not (?:supported|available|implemented|enabled|advertised|offered)|not advertise (?:AUTH|authentication)\b/i,
    },
    examples: [
      '503 5.5.1 Error: authentication not enabled',
      'smtplib.SMTPNotSupportedError: SMTP AUTH extension not supported by server.',
      'System.NotSupportedException: The SMTP server does not support authentication.',
    ],
  },
  {
    code: 'authenticationRequired',
    when: { words: /failed to connect, no password specified/i },
    examples: ['jakarta.mail.AuthenticationFailedException: failed to connect, no password specified?'],
  },
  {
    code: 'submissionNotAllowed',
    when: {
      words: /SMTP[^.]{0,20} access (?:is |has )?(?:not (?:been )?(?:enabled|activated|allowed)|disabled)/i,
      reply: 'permanent',
    },
    examples: ['535 Authentication failed. POP3/IMAP/SMTP access is not enabled for this account'],
  },
  {
    code: 'wrongCredentials',
    when: {
      words:
        /authenti(?:cation|fication) (?:has )?(?:failed|failure|unsuccessful|credentials? (?:is |are )?invalid|error|denied|rejected)|auth(?:orization)? failed|(?:invalid|incorrect|wrong|bad) (?:login|user ?name|username|user|password|credentials?|auth\w{0,20})|(?:login|logon|sign-?in) (?:failed|failure|denied|incorrect|invalid|unsuccessful)|credentials? (?:rejected|invalid|incorrect|not accepted|were incorrect)|(?:username|user name|password)[^.]{0,40}(?:not accepted|incorrect|invalid|do(?:es)? not match|wrong)|SASL \w{1,20} authentication failed|(?:identifiants?|mot de passe).{0,30}(?:incorrect|invalide|erron)|(?:authentifizierung|anmeldung) (?:ist )?fehlgeschlagen/i,
      reply: 'permanent',
    },
    examples: [
      '535 5.7.8 Error: authentication failed: (reason unavailable)',
      '535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6',
      '535 Authentication credentials invalid',
      '535 Incorrect authentication data',
      '535 5.7.3 Authentication unsuccessful',
      'Invalid login: 535 5.7.8 Error: authentication failed: (reason unavailable)',
      '535 5.7.0 authentication failed',
      '535 Authentication failed: Bad username / password',
      '535 Authentication Credentials Invalid',
      '535-5.7.8 authentication failed\n535 5.7.8 try again',
    ],
  },
  {
    code: 'wrongCredentials',
    when: {
      words:
        /SASL (?:PLAIN|LOGIN|CRAM-MD5|DIGEST-MD5|NTLM) authentication failed|AuthenticationFailedException(?!: (?:No|5\d\d|4\d\d|3\d\d))|SMTPAuthenticationError: \(535|SMTP Error: Could not authenticate/i,
    },
    examples: [
      'postfix/submission/smtpd[1234]: warning: unknown[203.0.113.7]: SASL LOGIN authentication failed: authentication failure',
      'SMTP Error: Could not authenticate.',
    ],
  },
  {
    code: 'authenticationRequired',
    when: {
      words:
        /auth(?:entication|orization)? (?:is )?(?:required|needed)|must (?:first )?(?:be )?auth\w{0,20}|(?:requires?|need) (?:to )?(?:SMTP )?auth\w{0,20}|(?:not|un)[- ]?authenticated|please (?:log ?in|auth\w{0,20})|(?:login|log in|sign ?in) (?:first|required)|unauthenticated senders? |anmeldung erforderlich|authentification (?:est )?(?:requise|obligatoire|nécessaire)/i,
      reply: 'permanent',
    },
    examples: [
      '530 5.7.0 Authentication required',
      '530 5.5.1 Authentication Required. Learn more at https://support.google.com/mail/?p=WantAuthError - gsmtp',
      '550 5.7.1 Authentication required for relay',
      '530 SMTP authentication is required.',
      '5.5.1 Authentication Required. Learn more at https://support.google.com/mail/?p=WantAuthError',
      '554 5.7.1 You must authenticate first',
    ],
  },
  {
    code: 'wrongCredentials',
    when: {
      stage: 'authenticate',
      reply: 'permanent',
      words:
        /(?:user|account|mailbox|login)\b.{0,30}(?:unknown|not found|does(?:n't| not) exist|not known)|(?:unknown|no such) (?:user|account|mailbox|login)/i,
    },
    examples: [
      { text: '535 5.7.8 User unknown', stage: 'authenticate' },
      { text: '535 no such user here', stage: 'authenticate' },
    ],
  },
  {
    code: 'authenticationExchangeRefused',
    when: { stage: 'authenticate', words: /\btoo long\b/i },
    examples: [{ text: '500 5.5.6 Line too long', stage: 'authenticate' }],
  },
  {
    code: 'authenticationExchangeRefused',
    when: {
      words:
        /(?:cannot|can't|could not|failed to) decode|invalid base64|malformed (?:auth|SASL)|auth\w{0,20} (?:aborted|cancell?ed)|authentication exchange line/i,
    },
    examples: [
      '501 5.5.2 Cannot decode response',
      '501 5.5.2 Invalid base64 data',
      '501 5.7.0 Authentication aborted',
    ],
  },
  {
    code: 'authenticationRequired',
    when: { words: /requires a secure connection or the client was not authenticated/i },
    examples: [
      'System.Net.Mail.SmtpException: The SMTP server requires a secure connection or the client was not authenticated.',
    ],
  },
];
