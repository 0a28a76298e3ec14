import type { Rule } from './rule.ts';

/** Why a server refuses a recipient: RCPT TO, relaying, mailboxes, and what bounces say of them. */
export const recipientRules: readonly Rule[] = [
  {
    code: 'relayingDenied',
    when: {
      words:
        /relay(?:ing)? (?:(?:to|for) \S{1,80} )?(?:access )?(?:is )?(?:denied|not (?:permitted|allowed|authori[sz]ed)|prohibited|disallowed|refused|forbidden)|(?:not permitted|not allowed|not authori[sz]ed|cannot|refus\w{1,20}|denied|unable) to relay|we (?:do not|don't) relay|isn't in my list of allowed rcpthosts|relay (?:is )?(?:not (?:permitted|allowed)|prohibited)|open relay|use me (?:\S{1,80} )?as a relay|not a gateway|relais (?:refus|interdit|non autoris)|(?:relay|weiterleitung) (?:nicht|verweigert)/i,
    },
    examples: [
      '454 4.7.1 <bob@example.net>: Relay access denied',
      '554 5.7.1 <bob@example.net>: Relay access denied',
      '550 relay not permitted',
      '550 5.7.1 Relaying denied',
      '550 5.7.1 <bob@example.net>... Relaying denied. IP name lookup failed [203.0.113.7]',
      "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)",
      '550 5.7.367 Remote server returned not permitted to relay -> 550 relay not permitted',
      '550-Please turn on SMTP Authentication in your mail client.\n550-mail.example.org [203.0.113.7]:50000 is not permitted to relay through this server\n550 without authentication.',
      '550 5.4.1 Relay Access Denied',
      'System.Net.Mail.SmtpFailedRecipientException: Mailbox unavailable. The server response was: 5.7.1 Relaying denied',
    ],
  },
  {
    code: 'greylisted',
    when: {
      words:
        /gr[ea]y-?list|postgrey|try again in \d{1,9} (?:seconds|minutes)|please retry (?:again )?(?:later|in)|deferred (?:for|due to).{0,20}(?:first|new) (?:contact|sender)/i,
      reply: 'temporary',
    },
    examples: [
      '450 4.2.0 <alice@example.net>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/example.net.html',
      '451 4.7.1 Greylisting in action, please come back later',
      '450 4.7.1 <alice@mail.example.test>: Recipient address rejected: Greylisted, try again in 2 seconds',
      '451 4.7.1 Temporarily rejected. Try again in 300 seconds (grey list)',
    ],
  },
  {
    code: 'mailboxFull',
    when: {
      words:
        /(?:mailbox|inbox|mail ?folder|account|user|maildir|recipient|bo[iî]te|postfach)(?:'s)?(?: \S{1,80})? (?:is |has |was |are |storage )?(?:\w{1,20} )?(?:full|over ?quota|pleine|voll\b)|(?:over|exceeded|out of|no) (?:the |his |its )?(?:storage |mailbox |disk |mail )?(?:quota|allocation)|quota (?:is )?(?:exceeded|full|dépassé)|exceeds? (?:the )?(?:storage|mailbox) (?:allocation|limit|quota)|mailbox (?:size )?(?:limit|quota)|storage (?:limit|quota|space) exceeded/i,
    },
    examples: [
      '552 5.2.2 Mailbox full',
      '452 4.2.2 Over quota',
      '552 5.2.2 <bob@example.net>: Recipient address rejected: Mailbox full',
      '452-4.2.2 <bob@example.net> Quota exceeded (mailbox for user is full)\n452 4.2.2 try later',
      '550 5.2.2 <bob@example.net>: user is over quota',
      '552 Requested mail action aborted: exceeded storage allocation',
      '450 4.2.2 The mailbox of the recipient is over quota',
    ],
  },
  {
    code: 'nextHopUnreachable',
    when: {
      words: /rejected: unverified address: (?:connect to|lost connection|conversation with|timed out)/i,
      reply: 'temporary',
    },
    examples: [
      '450 4.1.1 <bob@example.net>: Recipient address rejected: unverified address: connect to 10.0.0.1[10.0.0.1]:25: Connection refused',
    ],
  },
  {
    code: 'mailboxUnavailable',
    when: { words: /rejected: unverified address/i, reply: 'temporary' },
    examples: [
      '450 4.1.1 <bob@example.net>: Recipient address rejected: unverified address: Address verification in progress',
    ],
  },
  {
    code: 'recipientDomainNotFound',
    when: {
      words:
        /bad destination host|RCPT address has non-exist|type=(?:MX|A|AAAA): Host (?:not found|found but no data record)|Host or domain name not found|(?:recipient|destination)(?:'s)? (?:address )?(?:rejected: )?domain.{0,40}(?:not found|does not exist|invalid|not resolv)|recipient address rejected: domain not found|Host unknown|Name server: .{0,80}host not found|reserved by RFC 2606|couldn't find any host (?:by that name|named)|(?:no|null) (?:valid )?(?:MX|A) records? (?:found )?for|domain .{0,60}(?:is )?(?:not found|does not exist)(?! in)/i,
    },
    examples: [
      'status=bounced (Host or domain name not found. Name service error for name=exmaple.net type=MX: Host not found)',
      'dsn=5.1.2, stat=Host unknown (Name server: mail.exmaple.net.: host not found)',
      '450 4.1.2 <bob@exmaple.net>: Recipient address rejected: Domain not found',
      "550 5.1.2 Bad destination host 'DNS Hard Error looking up exmaple.net (MX): NXDomain'",
      "Sorry, I couldn't find any host named exmaple.net. (#5.1.2)",
      '554 5.4.4 <bob@exmaple.net>: Host or domain name not found. Name service error for name=exmaple.net type=A: Host found but no data record of requested type',
    ],
  },
  {
    code: 'recipientDomainAcceptsNoMail',
    when: { words: /null ?MX|does not accept mail|accepts no (?:mail|e-?mail)/i },
    examples: [
      'status=bounced (Domain example.net does not accept mail (nullMX))',
      '556 5.1.10 <bob@example.net>: Recipient address rejected: Domain example.net does not accept mail (nullMX)',
      '550 5.1.10 Recipient address has null MX',
    ],
  },
  {
    code: 'recipientSyntaxRefused',
    when: {
      words:
        /bad (?:recipient|destination)(?: mailbox)? address syntax|recipient address rejected: need fully-qualified|(?:invalid|malformed|bad|illegal) recipient (?:address|syntax)|(?:syntax error|bad address) in (?:RCPT|recipient|forward)|recipient address .{0,60}(?:malformed|contains|is not a valid RFC)/i,
    },
    examples: [
      '501 5.1.3 Bad recipient address syntax',
      '504 5.5.2 <bob>: Recipient address rejected: need fully-qualified address',
      '501 <bob@>: malformed recipient address',
    ],
  },
  {
    code: 'mailboxDisabled',
    when: {
      words:
        /(?:mailbox|account|user|recipient|address|e-?mail)(?: \S{1,80})? (?:is ?|has been |was )?(?:currently |temporarily )?(?:disabled|inactive|deactivated|suspended|closed|locked|blocked|expired)(?! by|.{0,20}(?:list|spam|polic))|mailbox disabled|not accepting messages|d[ée]sactiv[ée]|deaktiviert/i,
    },
    examples: [
      '550 5.2.1 <bob@example.net>: Recipient address rejected: this mailbox is inactive',
      '550 5.2.1 Mailbox disabled, not accepting messages',
      '554 5.2.1 The account is disabled',
      '550 5.2.1 <bob@example.net>... Mailbox disabled for this recipient',
    ],
  },
  {
    code: 'recipientMoved',
    when: {
      words:
        /(?:user|mailbox|recipient|address|account).{0,30} (?:has )?moved|no forwarding address|new (?:e-?mail )?address is/i,
    },
    examples: ['551 5.1.6 Mailbox has moved, no forwarding address', '551 User has moved to bob@example.com'],
  },
  {
    code: 'recipientUnknown',
    when: {
      words:
        /(?:user|recipient|mailbox|account|address|e-?mail|adresse|alias|customer|subscriber|postfach|inbox)(?: address)?(?: \S{1,80})? (?:is |was )?(?:unknown|not (?:found|known|exist\w{0,20}|recogni[sz]ed|valid|here|listed|a valid|local)|un[kc]onn?u|does(?: not|n't) exist|doesn't exist|invalid|inconnue?|unbekannt|nicht gefunden|nonexistent|non-existent|not in (?:the |our )?(?:directory|recipient list|our)|no longer (?:valid|exists?|available|in use|active|works? here|with us)|marked as invalid)|(?:unknown|no such|no|non-?existent|unrouteable|unroutable|undeliverable) (?:user|recipient|mailbox|local|address|account|e-?mail|inbox|customer|person|alias)s?\b|(?:invalid|bad) (?:user|recipient|mailbox)s?\b|no mailbox here|no such (?:user|recipient|mailbox|person)|mailbox (?:not (?:found|available)|invalid)|does not (?:exist|have an account) here|user unknown|not our customer|address lookup failed|address rejected: (?:not in recipient list|invalid-recipient)|addressee unknown|unknown addressee|recipient verif\w{1,20} fail/i,
    },
    examples: [
      '550 5.1.1 <nobody@example.net>: Recipient address rejected: User unknown in virtual mailbox table',
      '550 5.1.1 <nobody@example.net>: Recipient address rejected: User unknown in local recipient table',
      '550 5.1.1 <nobody@example.net>... User unknown',
      'dsn=5.1.1, stat=User unknown',
      '550 Unrouteable address',
      '550 Unknown user',
      '550 No such user here',
      '550 5.1.1 User Unknown',
      'Sorry, no mailbox here by that name. (#5.1.1)',
      '550 #5.1.0 Address rejected nobody@example.net: no such recipient',
      '554 5.1.1 Error: mailbox not found',
      'SMTP error from remote mail server after RCPT TO:<nobody@example.net>: 550 5.1.1 <nobody@example.net> User unknown; rejecting',
      '550 <nobody@example.net> No such user here',
      '550 Invalid recipient nobody@example.net',
    ],
  },
  {
    code: 'recipientUnknown',
    when: { enhanced: 'x.1.1', words: /mailbox unavailable|address rejected|bounced/i },
    examples: ['550 5.1.1 Requested action not taken: mailbox unavailable'],
  },
  {
    code: 'rateLimited',
    when: {
      words:
        /(?:recipients?|messages?|e-?mails?)\b.{0,30}\b(?:this|per|in (?:an?|the|one)(?: last)?|an?) (?:hour|minute|day)\b/i,
    },
    examples: ['452 Too many recipients received this hour', '451 4.7.1 Exceeded 100 messages per hour'],
  },
  {
    code: 'tooManyRecipients',
    when: {
      words:
        /too many recipients|(?:maximum|max|limit).{0,30}recipients?.{0,30}(?:exceed|reach|per)|recipients? (?:limit|count|number).{0,20}(?:exceed|reach|too)|exceed\w{0,20} .{0,40}(?:number of )?recipients/i,
    },
    examples: [
      '452 4.5.3 Error: too many recipients',
      '452 4.5.3 Too many recipients',
      '550 5.5.3 Too many recipients',
    ],
  },
  {
    code: 'mailingListFailed',
    when: { words: /mailing list expansion/i },
    examples: ['550 5.2.4 Mailing list expansion problem', '550 5.7.2 Mailing list expansion prohibited'],
  },
];

/** Postfix names what it refuses before the reason: where nobody knows the reason, that remains. */
export const recipientFallbackRules: readonly Rule[] = [
  {
    code: 'recipientRefused',
    when: { words: /recipient address rejected:/i, reply: 'permanent' },
    examples: ['554 5.7.1 <bob@example.net>: Recipient address rejected: not today'],
  },
];
