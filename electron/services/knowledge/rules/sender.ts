import type { Rule } from './rule.ts';

/** Why a server refuses the sender or the domain of the sender: MAIL FROM, SPF, DKIM, DMARC, callbacks. */
export const senderRules: readonly Rule[] = [
  {
    code: 'recipientRestricted',
    when: {
      words:
        /not (?:allowed|permitted|authori[sz]ed) to send (?:(?:e-?mails?|mails?|messages?) )?to (?:this|the|that)/i,
    },
    examples: [
      '550 5.7.1 Sender is not allowed to send to this recipient',
      '550 You are not allowed to send mail to this address',
    ],
  },
  {
    code: 'spfFailed',
    when: {
      words:
        /\bSPF\b.{0,80}(?:fail|not (?:authori|allow|permit|pass)|violat|reject|unauthori|denied|mismatch|softfail)|(?:fail|reject|refus|violat|unauthori|blocked).{0,40}\bSPF\b|SPF sender invalid|Sender Policy Framework|openspf\.(?:org|net)/i,
    },
    examples: [
      '550 5.7.23 The message was rejected because of Sender Policy Framework violation -> 550 5.7.1 SPF check failed',
      '550 5.7.23 SPF validation failed',
      '550 5.7.1 <alerts@example.org>: Recipient address rejected: Please see http://www.openspf.net/Why?s=mfrom;id=alerts%40example.org;ip=203.0.113.7;r=mx.example.net',
      '550 SPF: 203.0.113.7 is not allowed to send mail from example.org',
    ],
  },
  {
    code: 'senderNotOwned',
    when: {
      words:
        /not owned by (?:auth )?user|(?:from|sender).{0,30} must (?:be (?:the )?same|equal|match)\b|(?:sender|from|envelope).{0,40}(?:does not match|doesn't match|must match|mismatch|differs? from|not (?:belong|match)).{0,30}(?:auth|login|user|account)|not (?:authori[sz]ed|allowed|permitted) to (?:send|use) (?:(?:e-?mail|mail|messages?) )?(?:as|from|on behalf)|sender address .{0,30}not (?:authori[sz]ed|permitted)|sender is not same as SMTP authenticate username/i,
    },
    examples: [
      '553 5.7.1 <alerts@example.org>: Sender address rejected: not owned by user relay@example.org',
      '553 5.7.1 <alerts@example.org>: Sender address rejected: not logged in, not owned by user',
      '553 Mail from must equal authorized user: sender address does not match login',
    ],
  },
  {
    code: 'authenticationRequired',
    when: { words: /sender address rejected: not logged in/i },
    examples: ['553 5.7.1 <alerts@example.org>: Sender address rejected: not logged in'],
  },
  {
    code: 'senderDomainNotFound',
    when: {
      words:
        /sender address rejected: (?:domain not found|unverified|malformed DNS|domain .{0,40}(?:does not exist|not found))|domain of sender (?:address )?.{0,80}does not (?:exist|resolve)|(?:sender|from)'?s? ?(?:e-?mail )?(?:address )?domain.{0,80}(?:does not (?:exist|resolve)|not (?:exist|found|valid|resolv)|has no (?:valid )?(?:MX|A|DNS|mail))|unresolvable sender|sender has no (?:A\b|MX\b|valid)|unrouteable (?:sender )?address.{0,20}sender|(?:MX|DNS).{0,30}sender domain/i,
    },
    examples: [
      '450 4.1.8 <alerts@relay.local>: Sender address rejected: Domain not found',
      '550 5.1.8 <root@server.invalid>: Sender address rejected: Domain not found',
      '553 5.1.8 <user@nosuch.example>... Domain of sender address user@nosuch.example does not exist',
      '451 4.1.8 Domain of sender address user@nosuch.example does not resolve',
      '501 5.1.8 Sender domain does not exist',
    ],
  },
  {
    code: 'senderVerifyFailed',
    when: {
      words:
        /sender verif(?:y|ication) fail|callback setup failed|sender callout|callout verification|callback (?:verif|fail)|could not (?:complete|verify) sender|(?<!certificate )verification failed for </i,
    },
    examples: [
      '550-Verification failed for <alerts@example.org>\n550-No Such User Here\n550 Sender verify failed',
      '451 Could not complete sender verify callout',
      'H=mail.example.org [203.0.113.7] sender verify fail for <alerts@example.org>: Unrouteable address',
    ],
  },
  {
    code: 'senderDomainAcceptsNoMail',
    when: { words: /(?:sender|from|return).{0,60}(?:null ?MX|nullMX)|(?:null ?MX).{0,40}sender/i },
    examples: [
      '550 5.7.27 <alerts@example.org>: Sender address rejected: Domain example.org does not accept mail (nullMX)',
      '550 5.7.27 Sender address has null MX',
    ],
  },
  {
    code: 'spfUndecided',
    when: {
      words:
        /SPF (?:validation )?(?:permerror|temperror|error)|(?:permerror|temperror).{0,40}SPF|SPF.{0,40}(?:permerror|temperror|permanent error|temporary error|too many (?:DNS )?lookups)/i,
    },
    examples: ['550 5.7.24 SPF validation error', '451 4.7.24 SPF temperror while checking example.org'],
  },
  {
    code: 'dkimFailed',
    when: {
      words:
        /\bDKIM\b.{0,80}(?:fail|invalid|reject|not (?:pass|found|verif|valid|accept)|missing|bad)|(?:no|invalid|bad|missing) (?:\w{1,20} ){0,3}DKIM/i,
    },
    examples: ['550 5.7.20 No passing DKIM signature found', '550 5.7.1 DKIM signature verification failed'],
  },
  {
    code: 'senderSyntaxRefused',
    when: {
      words:
        /sender address rejected: (?:need fully-qualified|bad sender|invalid)|bad sender(?:'s)? (?:mailbox )?address syntax|(?:invalid|malformed|bad|illegal) (?:sender|return|reverse.?path)(?: e?-?mail)? address|(?:syntax error|bad address) in (?:MAIL|sender|reverse)|sender address .{0,60}(?:not fully qualified|invalid|malformed)|domain name required for sender/i,
    },
    examples: [
      '504 5.5.2 <alerts@server01>: Sender address rejected: need fully-qualified address',
      '501 5.1.7 Bad sender address syntax',
      '553 5.5.4 <root>... Domain name required for sender address root',
      '550 5.1.7 Invalid sender address',
    ],
  },
  {
    code: 'senderRefused',
    when: {
      words:
        /sender (?:address |domain )?(?:is |was )?(?:rejected|refused|denied|blocked|not (?:accepted|allowed|permitted))|(?:unauthori[sz]ed|unknown|invalid) sender|no such sender/i,
    },
    examples: [
      '554 5.7.1 <alerts@example.org>: Sender address rejected: Access denied',
      '550 5.1.0 <alerts@example.org>: Sender address rejected: User unknown in virtual mailbox table',
      '550 5.1.0 Sender denied',
      '550 5.7.1 Sender rejected',
    ],
  },
  {
    code: 'senderRefused',
    when: {
      command: 'MAIL FROM',
      reply: 'permanent',
      enhanced: ['x.1.0', 'x.1.1', 'x.1.2', 'x.7.1', 'x.7.0'],
    },
    examples: ['550 5.7.1 Access denied (in reply to MAIL FROM command)'],
  },
];
