import type { Rule } from './rule.ts';

/** Exchange Server and what it shares with Exchange Online: transport, receive connectors, recipients. */
export const exchangeServerRules: readonly Rule[] = [
  {
    code: 'serverMisconfigured',
    when: { words: /certificate specified in Tls\w{0,20}Name/i },
    examples: [
      '454 4.7.5 The certificate specified in TlsCertificateName of the SendConnector could not be found',
    ],
  },
  {
    code: 'sendAsDenied',
    when: {
      words:
        /does not have permissions? to send (?:as|on behalf of)|SendAsDenied|not allowed to send as|SendOnBehalfOfDenied/i,
    },
    examples: [
      '550 5.7.60 SMTP; Client does not have permissions to send as this sender',
      '550 5.7.1 Client does not have permissions to send as this sender',
      '554 5.2.252 SendAsDenied; relay@contoso.com not allowed to send as other@contoso.com; STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied; Failed to process message due to a permanent exception with message Cannot submit message.',
      'Mailbox unavailable. The server response was: 5.7.60 SMTP; Client does not have permissions to send as this sender',
    ],
  },
  {
    code: 'wrongCredentials',
    when: { enhanced: '5.7.3', words: /^Authentication unsuccessful/i },
    examples: [
      '535 5.7.3 Authentication unsuccessful',
      'The SMTP server requires a secure connection or the client was not authenticated. The server response was: 5.7.57 Client not authenticated to send mail. Error: 535 5.7.3 Authentication unsuccessful.',
    ],
  },
  {
    code: 'authenticationRequired',
    when: { words: /(?<!or the )client (?:was )?not authenticated|must be authenticated to send mail/i },
    examples: [
      '530 5.7.57 Client not authenticated to send mail. [FR2P281CA0098.DEUP281.PROD.OUTLOOK.COM]',
      '530 5.7.1 Client was not authenticated',
      'mail.contoso.com #<exchange.contoso.com #5.7.1 smtp;530 5.7.1 Client was not authenticated> #SMTP#',
      'System.Net.Mail.SmtpException: The SMTP server requires a secure connection or the client was not authenticated. The server response was: 5.7.57 Client not authenticated to send mail. [AM6P195CA0064.EURP195.PROD.OUTLOOK.COM]',
      'The SMTP server requires a secure connection or the client was not authenticated. The server response was: 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM',
    ],
  },
  {
    code: 'relayingDenied',
    when: { words: /unable to relay/i },
    examples: [
      '550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain',
      '550 5.7.1 Unable to relay',
      'Mailbox unavailable. The server response was: 5.7.1 Unable to relay for user@example.org',
      '550 5.7.367 Remote server returned not permitted to relay -> 554 5.7.1 Unable to relay',
    ],
  },
  {
    code: 'backPressure',
    when: { words: /insufficient system resources|back ?pressure|resource pressure increased/i },
    examples: [
      '452 4.3.1 Insufficient system resources',
      'MSExchangeTransport 15004: The resource pressure increased from Normal to High.',
      '452 4.3.1 Insufficient system resources (UsedDiskSpace[C:\\Program Files\\Microsoft\\Exchange Server\\V15\\TransportRoles\\data\\Queue])',
    ],
  },
  {
    code: 'serviceNotActive',
    when: { words: /service not active|system not accepting network messages/i },
    examples: [
      '421 4.3.2 Service not active',
      '421 4.3.2 Service not available, system not accepting network messages',
    ],
  },
  {
    code: 'recipientRestricted',
    when: {
      enhanced: ['5.7.12', '5.7.124', '5.7.129', '5.7.133', '5.7.134', '5.7.135', '5.7.136', '5.7.137'],
      words: /authenticated|allowed|not accept|restrict|RESOLVER/i,
    },
    examples: [
      '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required; Delivery restriction check failed because the sender was not authenticated when sending to this group',
      '550 5.7.124 RESOLVER.RST.NotAuthorizedToGroup; not authorized to send to this group',
      '550 5.7.12 Sender was not authenticated by organization',
    ],
  },
  {
    code: 'recipientRestricted',
    when: {
      words:
        /RESOLVER\.RST\.(?:AuthRequired|NotAuthorized|RestrictedToRecipientsDomain|SenderNotAuthenticated)/i,
    },
    examples: [
      '#550 5.7.1 RESOLVER.RST.AuthRequired; authentication required ##rfc822;group@contoso.com',
      '#< #5.7.1 smtp;550 5.7.1 RESOLVER.RST.NotAuthorized; not authorized> #SMTP#',
    ],
  },
  {
    code: 'mailboxFull',
    when: {
      words:
        /mailbox full;? STOREDRV|STOREDRV\.Deliver\.Exception:QuotaExceeded|MapiExceptionShutoffQuotaExceeded|MailboxFull/i,
    },
    examples: [
      '#554-5.2.2 mailbox full 554 5.2.2 STOREDRV.Deliver.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded; Failed to process message due to a permanent exception with message Cannot open mailbox',
    ],
  },
  {
    code: 'mailboxDisabled',
    when: { words: /AccountDisabledException|mailbox disabled;? STOREDRV|MailboxDisabledException/i },
    examples: [
      '550 5.2.1 STOREDRV.Deliver.Exception:AccountDisabledException.MapiExceptionMailboxDisabled; Failed to process message due to a permanent exception with message Cannot open mailbox',
    ],
  },
  {
    code: 'messageTooBig',
    when: {
      words:
        /RESOLVER\.RST\.(?:Recip|Send)SizeLimit|message size exceeds fixed maximum|MessageTooLarge|SizeLimitExceeded/i,
    },
    examples: [
      '#550 5.2.3 RESOLVER.RST.RecipSizeLimit; message too large for this recipient ##',
      '552 5.3.4 Message size exceeds fixed maximum message size',
    ],
  },
  {
    code: 'recipientUnknown',
    when: {
      words:
        /RESOLVER\.ADR\.(?:RecipNotFound|RecipientNotFound|ExRecipNotFound|RecipientNotFound|InvalidSmtp)|recipient .{0,80}not found by SMTP address lookup/i,
    },
    examples: [
      "Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup'",
      '#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##rfc822;nobody@contoso.com',
      '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient user@contoso.com not found by SMTP address lookup',
    ],
  },
  {
    code: 'recipientAmbiguous',
    when: { words: /RESOLVER\.ADR\.Ambiguous/i },
    examples: ['#550 5.1.4 RESOLVER.ADR.Ambiguous; ambiguous address ##'],
  },
  {
    code: 'loopDetected',
    when: {
      words: /hop count exceeded|hopcount exceeded|ROUTING\.LoopDetected|RESOLVER\.FWD\.(?:Loop|NotFound)/i,
    },
    examples: [
      '554 5.4.14 Hop count exceeded - possible mail loop ATTR34 [AM5EUR03FT052.eop-EUR03.prod.protection.outlook.com]',
      '554 5.4.6 Hop count exceeded - possible mail loop',
      '5.4.6 ROUTING.LoopDetected; mail loop detected',
    ],
  },
  {
    code: 'noRoute',
    when: {
      words:
        /ROUTING\.(?:NoConnectorForAddressType|NoNextHop|UnreachableMailboxServer)|next hop (?:is )?(?:not|un)/i,
    },
    examples: ['#550 5.4.4 ROUTING.NoNextHop; unable to route ##'],
  },
  {
    code: 'recipientDomainNotFound',
    when: {
      enhanced: ['x.4.310', 'x.4.312', 'x.4.0'],
      words: /DNS domain .{0,100}does not exist|InfoDomainNonexistent|DnsDomainDoesNotExist/i,
    },
    examples: [
      '550 5.4.310 DNS domain contsoo.com does not exist [Message=InfoDomainNonexistent] [LastAttemptedServerName=contsoo.com]',
      '[{LED=450 4.4.310 DNS domain contsoo.com does not exist [Message=InfoDomainNonexistent]};{MSG=};{FQDN=contsoo.com};{IP=};{LRT=11/20/2026 9:12:01 PM}]',
    ],
  },
  {
    code: 'nextHopNameFailed',
    when: { words: /DNS query failed|DnsConfigError|ErrorRetry.{0,40}DNS|SMTPSEND\.DNS/i },
    examples: [
      '[{LED=451 4.4.0 DNS query failed. The error was: DNS query failed with error ErrorRetry};{MSG=};{FQDN=};{IP=};{LRT=}]',
      '550 5.4.312 Message expired -> 450 4.4.312 DNS query failed [Message=ServerFailure] [LastAttemptedServerName=example.org]',
      '451 4.4.0 SMTPSEND.DNS.NonExistentDomain; nonexistent domain',
    ],
  },
  {
    code: 'authenticationRefused',
    when: { words: /Cannot achieve Exchange Server authentication/i },
    examples: [
      '451 5.7.3 Cannot achieve Exchange Server authentication',
      '[{LED=451 4.4.0 Primary target IP address responded with: "451 5.7.3 Cannot achieve Exchange Server authentication." Attempted failover to alternate host, but that did not succeed.};{MSG=};{FQDN=hub.contoso.com};{IP=10.0.0.5}]',
    ],
  },
  {
    code: 'starttlsRequired',
    when: { words: /STARTTLS is required to send mail/i },
    examples: [
      '451 5.7.3 STARTTLS is required to send mail [DB9PR02CA0021.eurprd02.prod.outlook.com]',
      '451 4.7.0 STARTTLS is required to send mail',
    ],
  },
  {
    code: 'mtaStsFailed',
    when: { words: /MTA-STS/i },
    examples: [
      '450 4.4.8 MX hosts of example.org failed MTA-STS validation',
      '550 5.7.5 Remote certificate failed MTA-STS validation. Reason: SubjectMismatch',
    ],
  },
  {
    code: 'daneFailed',
    when: { enhanced: 'x.7.320-326' },
    examples: [
      '450 4.7.323 tlsa-invalid: The domain failed DANE validation',
      '550 5.7.321 starttls-not-supported: Destination mail server must support TLS to receive mail.',
    ],
  },
  {
    code: 'tlsHandshakeFailed',
    when: { words: /TLS (?:negotiation|handshake) failed|Failed to negotiate TLS/i },
    examples: [
      '[{LED=451 4.4.0 Primary target IP address responded with: "421 4.4.2 Connection dropped due to SocketError. TLS negotiation failed"};{MSG=};{FQDN=mail.example.org}]',
    ],
  },
  {
    code: 'deliveryExpired',
    when: { enhanced: ['x.4.7', 'x.4.300'] },
    examples: [
      '550 4.4.7 QUEUE.Expired; message expired',
      "Remote Server returned '550 5.4.300 Message expired'",
      '#< #4.4.7 smtp;550 4.4.7 QUEUE.Expired; message expired>',
    ],
  },
  {
    code: 'nextHopUnreachable',
    when: { enhanced: 'x.4.315-318' },
    examples: [
      '550 5.4.316 Message expired, connection refused(Socket error code 10061)',
      '[{LED=450 4.4.317 Cannot connect to remote server [Message=Failed to connect. Socket error code 10060]};{MSG=};{FQDN=};{IP=}]',
    ],
  },
  {
    code: 'nextHopUnreachable',
    when: {
      words:
        /failed to connect\. Winsock error code|(?:unable to connect|connection (?:timed out|dropped due to timeout)).{0,10}Attempted failover|Primary target IP address responded with: "?421 4\.[24]\.[12]/i,
    },
    examples: [
      '[{LED=441 4.4.1 Error encountered while communicating with primary target IP address: "Failed to connect. Winsock error code: 10060, Win32 error code: 10060." Attempted failover to alternate host, but that did not succeed.};{MSG=};{FQDN=mail.example.org};{IP=198.51.100.4}]',
      '451 4.4.0 Primary target IP address responded with: "421 4.4.1 Connection timed out." Attempted failover to alternate host, but that did not succeed.',
      '451 4.4.0 Primary target IP address responded with: "421 4.2.1 Unable to connect." Attempted failover to alternate host, but that did not succeed. Either there are no alternate hosts, or delivery failed to all alternate hosts.',
    ],
  },
  {
    code: 'connectionClosedByServer',
    when: { enhanced: 'x.4.2', words: /connection dropped/i },
    examples: ['421 4.4.2 Connection dropped due to ConnectionReset'],
  },
  {
    code: 'lineEndingsRefused',
    when: { words: /BareLinefeeds|bare (?:<?LF>?|line ?feed)|bare <CR>|docs\/smtplf\.html/i },
    examples: [
      '550 5.6.11 SMTPSEND.BareLinefeedsAreIllegal; message contains bare linefeeds, which cannot be sent via DATA and receiving system does not support BDAT',
      '521 5.5.2 mail.example.org Error: bare <LF> received',
    ],
  },
  {
    code: 'tooManyErrors',
    when: {
      words:
        /maximum number of (?:errors|protocol errors)|too many errors|too many (?:syntax|protocol) errors/i,
    },
    examples: [
      '421 4.7.0 Too many errors on this connection, closing transmission channel',
      '421 4.7.0 mail.example.org Error: too many errors',
    ],
  },
  {
    code: 'policyRefused',
    when: { words: /TRANSPORT\.RULES\.RejectMessage|transport ?rule/i },
    examples: ['550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy'],
  },
];
