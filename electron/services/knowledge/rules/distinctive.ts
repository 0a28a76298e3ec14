import type { Rule } from './rule.ts';

/** Sentences that only mail programs write: known even where no reply code and no log field stands beside them. */
export const distinctiveRules: readonly Rule[] = [
  {
    code: 'tokenRefused',
    when: { words: /"status": ?"?40[01]"?.{0,60}"schemes": ?"?bearer|\beyJzdGF0dXMiOiI0/i },
    examples: [
      '334 eyJzdGF0dXMiOiI0MDEiLCJzY2hlbWVzIjoiYmVhcmVyIG1hYyIsInNjb3BlIjoiaHR0cHM6Ly9tYWlsLmdvb2dsZS5jb20vIn0K',
      '{"status":"401","schemes":"bearer","scope":"mail"}',
    ],
  },
  {
    code: 'wrongCredentials',
    when: { words: /dovecot: auth: .{0,120}password mismatch/i },
    examples: ['dovecot: auth: passwd-file(alice,203.0.113.7): Password mismatch'],
  },
  {
    code: 'wrongCredentials',
    when: { words: /curl: \(67\)/i },
    examples: ['curl: (67) Login denied'],
  },
  {
    code: 'appPasswordRequired',
    when: { words: /need to create an app password|anwendungsspezifisches passwort/i },
    examples: ['Sorry, you need to create an app password to use this service'],
  },
  {
    code: 'deliveryExpired',
    when: {
      words:
        /all hosts for '\S{1,80}' have been failing for a long time|this message has been in the queue too long/i,
    },
    examples: [
      "bob@example.net: all hosts for 'example.net' have been failing for a long time (and retry time not reached)",
      "I'm not going to try again; this message has been in the queue too long.",
    ],
  },
  {
    code: 'nextHopNameFailed',
    when: { words: /^host lookup did not complete|CNAME lookup failed temporarily/i },
    examples: ['host lookup did not complete', 'CNAME lookup failed temporarily. (#4.4.3)'],
  },
  {
    code: 'noRoute',
    when: { words: /unrouteable mail domain/i },
    examples: ['Unrouteable mail domain "exmaple.net"'],
  },
  {
    code: 'loopDetected',
    when: { words: /too many "Received" headers|suspected mail loop/i },
    examples: ['Too many "Received" headers - suspected mail loop'],
  },
  {
    code: 'lineTooLong',
    when: { words: /message has lines too long for transport/i },
    examples: ['message has lines too long for transport (received 1203, limit 998)'],
  },
  {
    code: 'messageTooBig',
    when: { words: /^Message size larger than allowed \d/ },
    examples: ['Message size larger than allowed 1048576'],
  },
];
