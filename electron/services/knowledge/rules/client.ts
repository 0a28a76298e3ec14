import type { Rule } from './rule.ts';

/** Why a server refuses the machine that connects: HELO, reverse DNS, address, limits. */
export const clientRules: readonly Rule[] = [
  {
    code: 'heloRefused',
    when: {
      words:
        /(?:helo|ehlo) requires|^invalid domain name|(?:helo|ehlo).{0,60}(?:rejected|need fully|invalid|not (?:valid|found|resolv|accept|fully|a FQDN|allowed|permitted)|bogus|fake|required|denied|forged|does not resolve|syntactically|bad|mismatch)|(?:invalid|bad|bogus|forged|unacceptable) (?:helo|ehlo)|(?:say|send|polite people).{0,20}(?:helo|ehlo) first/i,
    },
    examples: [
      '504 5.5.2 <SERVER01>: Helo command rejected: need fully-qualified hostname',
      '450 4.7.1 <server01.corp.local>: Helo command rejected: Host not found',
      "550 5.7.1 <localhost>: Helo command rejected: Don't use my own hostname",
      '501 Syntactically invalid HELO argument(s)',
      '501 5.5.4 Invalid domain name',
      '501 5.0.0 HELO requires domain address',
      '503 5.5.1 Error: send HELO/EHLO first',
    ],
  },
  {
    code: 'reverseDnsMissing',
    when: {
      words:
        /cannot find your (?:reverse )?hostname|reverse (?:DNS|lookup|host|IP)|\bPTR\b|\brDNS\b|no (?:valid )?(?:host ?name|DNS) (?:found )?for (?:your )?(?:IP|address)|possibly forged|hostname (?:lookup|verification) (?:failed|error)|could not (?:resolve|find) your (?:host ?name|IP)|fix reverse/i,
    },
    examples: [
      '450 4.7.25 Client host rejected: cannot find your hostname, [203.0.113.7]',
      '450 4.7.1 Client host rejected: cannot find your reverse hostname, [203.0.113.7]',
      '554 5.7.25 Reverse DNS validation failed',
      '550 5.7.1 Your IP address has no reverse DNS (PTR) record',
      '554-mx.example.net\n554 Connection refused: no PTR record for 203.0.113.7',
    ],
  },
  {
    code: 'tooManyConnections',
    when: {
      words:
        /too many (?:concurrent |simultaneous |open |inbound |outbound )?(?:SMTP |TCP )?(?:connections|sessions)|(?:concurrent|simultaneous|maximum|max|connection)(?: \S{1,60}){0,2} (?:connections?|sessions?|concurrency|count) ?(?:limit|exceed|reach|number)?.{0,20}(?:exceed|reach|limit)|concurrent (?:\w{1,20} )?connections?\b.{0,60}(?:exceeded|reached)|connection (?:concurrency )?limit (?:exceeded|reached)/i,
    },
    examples: [
      '421 4.7.0 mail.example.org Error: too many connections from 203.0.113.7',
      '421 Too many concurrent SMTP connections; please try again later.',
      '421 4.3.2 The maximum number of concurrent connections has exceeded a limit, closing transmission channel',
      '421 4.3.2 The maximum number of concurrent server connections has exceeded a per-source limit, closing transmission channel',
      '421 too many connections from your IP',
    ],
  },
  {
    code: 'rateLimited',
    when: {
      words:
        /rate ?limit|(?:connection|message|recipient|submission|new TLS session|auth\w{0,20}|sending|mail) rate.{0,30}(?:exceed|limit|high)|too (?:fast|much mail|many (?:messages|e-?mails|mails|requests|commands|RCPT))|throttl|slow down|sending too|exceeded (?:the )?(?:rate|messages? per)|temporarily deferred|excessive (?:rate|volume|mail)/i,
    },
    examples: [
      '421 4.7.0 mail.example.org Error: too many messages from 203.0.113.7',
      '450 4.7.1 Error: too much mail from 203.0.113.7',
      '421 4.4.2 Message submission rate for this client has exceeded the configured limit',
      '452 4.7.1 Rate limit exceeded, slow down',
      '421 4.7.0 mail.example.org Error: Connection rate limit exceeded',
    ],
  },
  {
    code: 'tooManyErrors',
    when: { words: /too many errors|too many invalid recipients/i },
    examples: ['421 4.7.0 mail.example.org Error: too many errors'],
  },
  {
    code: 'mailFlood',
    when: { enhanced: 'x.7.28' },
    examples: ['450 4.7.28 Mail flood detected'],
  },
  {
    code: 'serverAcceptsNoMail',
    when: { reply: 521 },
    examples: [
      '521 5.3.2 mail.example.org does not accept mail (see RFC 7504)',
      '521 mail.example.org does not accept mail',
    ],
  },
  {
    code: 'clientHostRejected',
    when: {
      words:
        /client host (?:rejected|refused|denied)|access denied for \S{1,60}\[|your access to .{0,40}mail system has been rejected|(?:connection|access|host|client|your (?:IP|address|server|host)|IP)(?: address)?(?: (?:from )?(?:\S{1,60}|\[\S{1,60}\]))? (?:is |has been |was |are )?(?:not (?:allowed|permitted|authori[sz]ed) (?:to (?:connect|send|use)|access)|denied by|banned|blocked|rejected by (?:policy|ACL))|your (?:IP|host|address) is (?:blocked|banned|denied)/i,
    },
    examples: [
      '554 5.7.1 <unknown[203.0.113.7]>: Client host rejected: Access denied',
      '503 5.7.0 Error: access denied for unknown[203.0.113.7]',
      '550 #5.7.1 Your access to submit messages to this e-mail system has been rejected.',
      '554 5.7.1 No SMTP service here, your IP is blocked',
      '550 5.7.1 Your IP has been blocked',
    ],
  },
];
