import type { Rule } from './rule.ts';

/** Connections: codes of Node (errno), Winsock (WSAGetLastError), and the words of Windows, Linux, .NET, Java and Python. */
export const socketRules: readonly Rule[] = [
  {
    code: 'connectionRefused',
    when: { systemCode: ['ECONNREFUSED', 'WSAECONNREFUSED', '10061'] },
    examples: [
      'connect ECONNREFUSED 10.0.0.5:25',
      'System.Net.Sockets.SocketException (10061): No connection could be made because the target machine actively refused it. [::1]:25',
      '[WinError 10061] No connection could be made because the target machine actively refused it',
    ],
  },
  {
    code: 'connectionRefused',
    when: {
      words:
        /connection refused|actively refused it|Verbindung verweigerte|verweigerte die Verbindung|Verbindung verweigert|l['’]ordinateur cible l['’]a expressément refusée|expressément refusé|connexion refusée/i,
    },
    examples: [
      'status=deferred (connect to mail.example.net[203.0.113.7]:25: Connection refused)',
      'dsn=4.0.0, stat=Deferred: Connection refused by mail.example.net.',
      'Aucune connexion n’a pu être établie car l’ordinateur cible l’a expressément refusée 10.0.0.5:25',
      'Es konnte keine Verbindung hergestellt werden, da der Zielcomputer die Verbindung verweigerte 10.0.0.5:25',
      'ConnectionRefusedError: [Errno 111] Connection refused',
      'java.net.ConnectException: Connection refused (Connection refused)',
    ],
  },
  {
    code: 'greetingNeverCame',
    when: { systemCode: ['ETIMEDOUT'], stage: 'greet' },
    examples: [{ text: 'ETIMEDOUT', protocol: 'smtp', stage: 'greet' }],
  },
  {
    code: 'tlsHandshakeTimedOut',
    when: { systemCode: ['ETIMEDOUT'], stage: 'secure' },
    examples: [{ text: 'ETIMEDOUT', protocol: 'smtp', stage: 'secure' }],
  },
  {
    code: 'replyTimedOut',
    when: {
      systemCode: ['ETIMEDOUT', 'WSAETIMEDOUT', '10060', 'ERR_SOCKET_CONNECTION_TIMEOUT'],
      stage: ['authenticate', 'identify', 'envelope', 'deliver', 'arrive'],
    },
    examples: [{ text: 'read ETIMEDOUT', protocol: 'smtp', stage: 'deliver' }],
  },
  {
    code: 'connectionTimedOut',
    when: { systemCode: ['ETIMEDOUT', 'WSAETIMEDOUT', '10060', 'ERR_SOCKET_CONNECTION_TIMEOUT'] },
    examples: [
      'connect ETIMEDOUT 10.0.0.5:25',
      'A connection attempt failed because the connected party did not properly respond after a period of time, or established connection failed because connected host has failed to respond. (10060)',
    ],
  },
  {
    code: 'connectionTimedOut',
    when: {
      words:
        /connection timed? ?out|Net::OpenTimeout|dial tcp \S{1,60} i\/o timeout|connect(?:ion)? (?:attempt )?time(?:d )?-?out|did not properly respond after a period of time|connected host has failed to respond|n['’]a pas répondu convenablement|nicht richtig reagiert hat|nach einer bestimmten Zeitspanne nicht|connect timed out|délai d['’]attente de (?:la )?connexion|Zeitüberschreitung (?:bei|der) Verbindung/i,
    },
    examples: [
      'status=deferred (connect to mail.example.net[203.0.113.7]:25: Connection timed out)',
      'A connection attempt failed because the connected party did not properly respond after a period of time, or established connection failed because connected host has failed to respond 203.0.113.7:587',
      'Une tentative de connexion a échoué car le parti connecté n’a pas répondu convenablement au-delà d’une certaine durée ou une connexion établie a échoué car l’hôte de connexion n’a pas répondu',
      'Ein Verbindungsversuch ist fehlgeschlagen, da die Gegenstelle nach einer bestimmten Zeitspanne nicht richtig reagiert hat, oder die hergestellte Verbindung war fehlerhaft, da der verbundene Host nicht reagiert hat',
      'java.net.SocketTimeoutException: connect timed out',
      'dial tcp 203.0.113.7:25: i/o timeout',
      'java.net.ConnectException: Connection timed out: connect',
    ],
  },
  {
    code: 'connectionBlockedLocally',
    when: { systemCode: ['WSAEACCES', '10013'] },
    examples: [
      'System.Net.Sockets.SocketException (10013): An attempt was made to access a socket in a way forbidden by its access permissions.',
    ],
  },
  {
    code: 'connectionBlockedLocally',
    when: {
      words:
        /access a socket in a way forbidden by its access permissions|Zugriffsrechte des Sockets|interdite par (?:ses )?autorisations d['’]accès/i,
    },
    examples: [
      'An attempt was made to access a socket in a way forbidden by its access permissions 203.0.113.7:25',
    ],
  },
  {
    code: 'connectionBlockedLocally',
    when: { systemCode: ['EACCES', 'EPERM'], protocol: ['socket', 'smtp', 'tls', 'imap', 'pop3'] },
    examples: [{ text: 'connect EACCES 203.0.113.7:25', protocol: 'smtp' }],
  },
  {
    code: 'connectionBlockedLocally',
    when: { words: /connect E(?:ACCES|PERM) / },
    examples: ['Error: connect EACCES 203.0.113.7:25'],
  },
  {
    code: 'networkUnreachable',
    when: {
      systemCode: [
        'ENETUNREACH',
        'WSAENETUNREACH',
        '10051',
        'ENETDOWN',
        'WSAENETDOWN',
        '10050',
        'EAFNOSUPPORT',
      ],
    },
    examples: [
      'connect ENETUNREACH 2001:db8::25:25 - Local (:::0)',
      'A socket operation was attempted to an unreachable network. (10051)',
    ],
  },
  {
    code: 'networkUnreachable',
    when: {
      words:
        /network (?:is )?unreachable|attempted to an unreachable network|réseau (?:est )?inaccessible|nicht erreichbare[sn] Netzwerk|address family not supported/i,
    },
    examples: [
      'status=deferred (connect to mail.example.net[2001:db8::25]:25: Network is unreachable)',
      'OSError: [Errno 101] Network is unreachable',
    ],
  },
  {
    code: 'hostUnreachable',
    when: { systemCode: ['EHOSTUNREACH', 'WSAEHOSTUNREACH', '10065', 'EHOSTDOWN', 'WSAEHOSTDOWN', '10064'] },
    examples: [
      'connect EHOSTUNREACH 10.9.9.9:25',
      'A socket operation was attempted to an unreachable host. (10065)',
    ],
  },
  {
    code: 'hostUnreachable',
    when: {
      words:
        /no route to host|host (?:is )?unreachable|attempted to an unreachable host|hôte (?:est )?inaccessible|nicht erreichbare[nr] Host/i,
    },
    examples: [
      'status=deferred (connect to mail.example.net[203.0.113.7]:25: No route to host)',
      'java.net.NoRouteToHostException: No route to host (Host unreachable)',
    ],
  },
  {
    code: 'tlsClosedByServer',
    when: { systemCode: ['ECONNRESET', 'WSAECONNRESET', '10054', 'EPIPE', 'ECONNABORTED'], stage: 'secure' },
    examples: [{ text: 'read ECONNRESET', protocol: 'smtp', stage: 'secure' }],
  },
  {
    code: 'connectionClosedBeforeGreeting',
    when: {
      systemCode: ['ECONNRESET', 'WSAECONNRESET', '10054', 'EPIPE', 'ECONNABORTED'],
      // Whether the reset overtakes the news of the connection is chance: a port that is closed refuses instead.
      stage: ['connect', 'greet'],
    },
    examples: [{ text: 'read ECONNRESET', protocol: 'smtp', stage: 'greet' }],
  },
  {
    code: 'connectionResetByServer',
    when: {
      systemCode: [
        'ECONNRESET',
        'WSAECONNRESET',
        '10054',
        'ECONNABORTED',
        'WSAECONNABORTED',
        '10053',
        'ENETRESET',
      ],
    },
    examples: [
      'read ECONNRESET',
      'System.Net.Sockets.SocketException (10054): An existing connection was forcibly closed by the remote host.',
    ],
  },
  {
    code: 'connectionResetByServer',
    when: {
      words:
        /connection reset(?: by peer)?|forcibly closed by the remote host|established connection was aborted|fermée par l['’]hôte distant|vom Remotehost geschlossen|connexion (?:a été )?(?:ré)?initialisée/i,
    },
    examples: [
      'Unable to write data to the transport connection: An existing connection was forcibly closed by the remote host.',
      'Une connexion existante a dû être fermée par l’hôte distant',
      'Eine vorhandene Verbindung wurde vom Remotehost geschlossen',
      'java.net.SocketException: Connection reset',
      'ConnectionResetError: [Errno 104] Connection reset by peer',
    ],
  },
  {
    code: 'connectionClosedByServer',
    when: { systemCode: ['EPIPE', 'WSAESHUTDOWN', '10058'] },
    examples: ['write EPIPE'],
  },
  {
    code: 'localAddressUnavailable',
    when: {
      systemCode: ['EADDRNOTAVAIL', 'WSAEADDRNOTAVAIL', '10049', 'EADDRINUSE', 'WSAEADDRINUSE', '10048'],
    },
    examples: [
      'connect EADDRNOTAVAIL 10.0.0.5:25 - Local (10.0.0.99:0)',
      'The requested address is not valid in its context. (10049)',
    ],
  },
  {
    code: 'localResourcesExhausted',
    when: { systemCode: ['EMFILE', 'ENFILE', 'ENOBUFS', 'WSAENOBUFS', '10055', 'ENOMEM'] },
    examples: [
      'connect ENOBUFS 10.0.0.5:25',
      'An operation on a socket could not be performed because the system lacked sufficient buffer space or because a queue was full. (10055)',
    ],
  },
];
