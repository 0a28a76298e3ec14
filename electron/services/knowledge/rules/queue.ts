import type { Rule } from './rule.ts';

/** What queues, bounces and logs say of the way to the next server: Postfix, Exim, Sendmail, qmail. */
export const queueRules: readonly Rule[] = [
  {
    code: 'loopDetected',
    when: {
      words:
        /loops back to (?:myself|me)|mail (?:forwarding )?loop|routing loop|loop (?:was )?detected|too many hops|too many "?Received"?|hop ?count|local configuration error.{0,40}MX|(?:this message is looping|message is looping)/i,
    },
    examples: [
      'status=bounced (mail for example.net loops back to myself)',
      '554 5.4.6 Too many hops',
      '554 5.4.0 Error: too many hops',
      '550 5.4.6 Routing loop detected',
      'dsn=5.3.5, stat=Local configuration error: mail.example.net. config error: mail loops back to me (MX problem?)',
      'dsn=5.4.6, stat=Too many hops 26 (25 max): from <a@example.org>',
    ],
  },
  {
    code: 'deliveryExpired',
    when: {
      words:
        /retry time(?:out)? (?:not reached|exceeded)|all hosts(?: for '\S{1,80}')? have been failing for a long time|message (?:has )?expired|delivery time expired|delivery temporarily suspended.{0,20}expired|unable to deliver.{0,40}(?:days|hours)|(?:been )?in the (?:mail )?queue too long|message too old|maximum (?:queue|retry) (?:time|lifetime)/i,
    },
    examples: [
      'bob@example.net R=dnslookup T=remote_smtp: retry timeout exceeded',
      '550 4.4.7 Message expired',
      'status=expired, returned to sender: delivery time expired',
    ],
  },
  {
    code: 'recipientDomainNotFound',
    when: { words: /lookup of \S{1,100} responded with code NXDOMAIN|Domain name not found: /i },
    examples: [
      "Delivery to the following recipient failed permanently: DNS Error: DNS type 'mx' lookup of exmaple.net responded with code NXDOMAIN",
    ],
  },
  {
    code: 'deliveryDelayed',
    when: { words: /has not yet been delivered|delivery attempts will continue/i },
    examples: [
      'A message that you sent has not yet been delivered to one or more of its recipients after more than 24 hours on the queue on mail.example.org. Delay reason: Connection timed out',
    ],
  },
  {
    code: 'nextHopNameFailed',
    when: {
      words:
        /unable to look up host|Host not found, try again|Name service error.{0,60}(?:try again|query refused|malformed|server failure)|Name server (?:timeout|error)|DNS (?:lookup )?(?:fail|error|timeout|server fail)|host lookup did not complete|(?:temporary )?DNS (?:failure|problem|error)|CNAME lookup failed/i,
    },
    examples: [
      'status=deferred (Host or domain name not found. Name service error for name=example.net type=MX: Host not found, try again)',
      'dsn=4.0.0, stat=Deferred: Name server: mail.example.net.: host name lookup failure, DNS failure',
      'status=deferred (unable to look up host mail.example.net: Temporary failure in name resolution)',
      'CNAME lookup failed temporarily. (#4.4.3)',
      '451 4.4.3 Temporary DNS failure',
    ],
  },
  {
    code: 'noRoute',
    when: {
      words:
        /unrouteable (?:mail )?domain|unable to route|no route to (?:destination|recipient|domain)|mail transport unavailable|unknown mail transport|no (?:such )?(?:mail )?transport|Unable to determine (?:next|route)/i,
    },
    examples: ['550 5.4.4 Unable to route', 'status=deferred (mail transport unavailable)'],
  },
  {
    code: 'greetingNeverCame',
    when: {
      words:
        /while receiving the initial server greeting|greeting never received|(?:timed? ?out|timeout).{0,40}(?:greeting|banner|initial (?:connection|response))|no greeting|Unable to read greeting/i,
    },
    examples: [
      'status=deferred (conversation with mail.example.net[203.0.113.7] timed out while receiving the initial server greeting)',
      'Greeting never received',
      'SMTP timeout after initial connection: Connection timed out',
    ],
  },
  {
    code: 'replyTimedOut',
    when: {
      words:
        /timed out while (?:sending|receiving|performing)|SMTP timeout (?:after|while)|SMTP data timeout/i,
    },
    examples: [
      'status=deferred (conversation with mail.example.net[203.0.113.7] timed out while sending end of data -- message may be sent more than once)',
      'SMTP timeout after sending data block (24576 bytes written): Connection timed out',
    ],
  },
];
