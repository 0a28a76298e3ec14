import type { Rule } from './rule.ts';

/** Finding the address of a name: getaddrinfo, DNS, Winsock. */
export const nameRules: readonly Rule[] = [
  {
    code: 'dnsUnreachable',
    when: {
      stage: 'resolve',
      systemCode: [
        'ECONNREFUSED',
        'ETIMEOUT',
        'ETIMEDOUT',
        'EREFUSED',
        'ESERVFAIL',
        'ENETUNREACH',
        'EHOSTUNREACH',
        'EAI_AGAIN',
      ],
    },
    examples: [{ text: 'queryA ETIMEOUT mail.example.org', stage: 'resolve' }],
  },
  {
    code: 'dnsUnreachable',
    when: { systemCode: ['EAI_AGAIN', 'WSATRY_AGAIN', '11002', 'ESERVFAIL', 'EREFUSED'] },
    examples: [
      'getaddrinfo EAI_AGAIN mail.example.org',
      'This is usually a temporary error during hostname resolution and means that the local server did not receive a response from an authoritative server. (11002)',
    ],
  },
  {
    code: 'dnsUnreachable',
    when: {
      words:
        /temporary failure in name resolution|usually a temporary error during host ?name resolution|no servers could be reached|DNS (?:server|request) (?:is )?(?:unreachable|timed out)|query(?:A|Aaaa|Mx) E(?:TIMEOUT|REFUSED|SERVFAIL)/i,
    },
    examples: [
      'socket.gaierror: [Errno -3] Temporary failure in name resolution',
      ';; connection timed out; no servers could be reached',
      'queryA ETIMEOUT mail.example.org',
    ],
  },
  {
    code: 'hostHasNoAddress',
    when: { systemCode: ['ENODATA', 'WSANO_DATA', '11004', 'EAI_NODATA'] },
    examples: [
      'queryA ENODATA example.org',
      'The requested name is valid, but no data of the requested type was found. (11004)',
    ],
  },
  {
    code: 'hostHasNoAddress',
    when: { words: /no data of the requested type was found|No address associated with (?:host)?name/i },
    examples: [
      'The requested name is valid, but no data of the requested type was found',
      'socket.gaierror: [Errno -5] No address associated with hostname',
    ],
  },
  {
    code: 'hostNotFound',
    when: {
      systemCode: ['ENOTFOUND', 'EAI_NONAME', 'WSAHOST_NOT_FOUND', '11001', 'WSANO_RECOVERY', '11003'],
    },
    examples: [
      'getaddrinfo ENOTFOUND mail.exmaple.org',
      'System.Net.Sockets.SocketException (11001): No such host is known.',
    ],
  },
  {
    code: 'hostNotFound',
    when: {
      words:
        /no such host is known|lookup \S{1,100}: no such host|remote name could not be resolved|name or service not known|nodename nor servname|UnknownHostException|(?:unknown|invalid) host ?(?:name)?:|could not resolve (?:host|proxy)|getaddrinfo failed|hôte inconnu|Aucun hôte de ce type n['’]est connu|n['’]a pas pu être résolu|Der angegebene Host ist unbekannt|Es ist kein (?:solcher|derartiger) Host bekannt|(?:Remotename|Name) konnte nicht aufgelöst werden|NXDOMAIN|(?:name|host) (?:could not be|not) resolved|php_network_getaddresses/i,
    },
    examples: [
      'No such host is known. (mail.exmaple.org:25)',
      'Hôte inconnu.',
      'Der angegebene Host ist unbekannt.',
      'Es ist kein solcher Host bekannt. (mail.exmaple.org:25)',
      'java.net.UnknownHostException: mail.exmaple.org',
      'dial tcp: lookup mail.exmaple.org: no such host',
      'socket.gaierror: [Errno -2] Name or service not known',
      'SMTP ERROR: Failed to connect to server: php_network_getaddresses: getaddrinfo failed: Name or service not known (0)',
      'The remote name could not be resolved: mail.exmaple.org',
    ],
  },
];
