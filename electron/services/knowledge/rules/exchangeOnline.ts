import type { Rule } from './rule.ts';

/**
 * Exchange Online and Outlook.com. Texts: learn.microsoft.com, "Email non-delivery reports and SMTP errors in Exchange
 * Online", and replies seen in the field.
 */
export const exchangeOnlineRules: readonly Rule[] = [
  {
    code: 'exchangeOnlineSmtpAuthDisabledTenant',
    when: { words: /SmtpClientAuthentication is disabled for the Tenant/i },
    examples: [
      '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information. [MN2PR05CA0004.namprd05.prod.outlook.com 2023-09-12T20:59:57.214Z 08DBB276B7E699C4]',
      "smtplib.SMTPAuthenticationError: (535, b'5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information. [LO2P265CA0326.GBRP265.PROD.OUTLOOK.COM]')",
    ],
  },
  {
    code: 'exchangeOnlineSmtpAuthDisabledMailbox',
    when: { words: /SmtpClientAuthentication is disabled for the Mailbox/i },
    examples: [
      '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. Visit https://aka.ms/smtp_auth_disabled for more information.',
    ],
  },
  {
    code: 'exchangeOnlineSecurityDefaults',
    when: { words: /locked by your organization'?s security defaults policy/i },
    examples: [
      "535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy. Contact your administrator. [SG2PR04CA0160.apcprd04.prod.outlook.com]",
    ],
  },
  {
    code: 'exchangeOnlineConditionalAccess',
    when: { words: /the request did not meet the criteria to be authenticated successfully/i },
    examples: [
      '535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator. [FR0P281CA0070.DEUP281.PROD.OUTLOOK.COM]',
    ],
  },
  {
    code: 'exchangeOnlineBasicAuthenticationRemoved',
    when: { words: /basic authentication is not supported for client submission/i },
    examples: ['550 5.7.30 Basic authentication is not supported for Client Submission.'],
  },
  {
    code: 'exchangeOnlineBasicAuthenticationDisabled',
    when: { enhanced: '5.7.139', words: /basic authentication is disabled/i },
    examples: [
      '535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [BM1P287CA0015.INDP287.PROD.OUTLOOK.COM]',
      'javax.mail.AuthenticationFailedException: 535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [BM1P287CA0015.INDP287.PROD.OUTLOOK.COM]',
    ],
  },
  {
    code: 'accountLocked',
    when: { enhanced: '5.7.139', words: /account (?:is|has been) (?:temporarily )?locked/i },
    examples: [
      '535 5.7.139 Authentication unsuccessful, the user account is locked. Contact your administrator. [AM0PR01CA0101.eurprd01.prod.exchangelabs.com]',
    ],
  },
  {
    code: 'exchangeOnlineSignInRefused',
    when: { enhanced: '5.7.139' },
    examples: [
      '535 5.7.139 Authentication unsuccessful, the user credentials were incorrect. [AS4P190CA0012.EURP190.PROD.OUTLOOK.COM]',
    ],
  },
  {
    code: 'exchangeOnlineSignInRefused',
    when: {
      enhanced: '5.7.3',
      words: /Authentication unsuccessful.{0,80}(?:outlook\.com|exchangelabs\.com)/i,
    },
    examples: ['535 5.7.3 Authentication unsuccessful [AM0PR06CA0093.eurprd06.prod.outlook.com]'],
  },
  {
    code: 'exchangeOnlineRelayNotAttributed',
    when: { words: /TenantAttribution|ATTR\d{1,2}.{0,60}relay|relay.{0,60}\[ATTR/i },
    examples: [
      '550 5.7.64 TenantAttribution; Relay Access Denied [DB5EUR01FT005.eop-EUR01.prod.protection.outlook.com]',
      '451 4.4.62 Mail sent to the wrong Office 365 region. ATTR35. For more information please go to https://go.microsoft.com/fwlink/?linkid=865268 TenantAttribution',
    ],
  },
  {
    code: 'exchangeOnlineDirectSendRefused',
    when: { enhanced: '5.7.68' },
    examples: [
      '550 5.7.68 TenantInboundAttribution; Direct Send not allowed for this organization from unauthorized sources [BN2PEPF000044A2.namprd02.prod.outlook.com]',
    ],
  },
  {
    code: 'exchangeOnlineSenderBlocked',
    when: { words: /bad outbound sender|outbound spam.{0,40}(?:blocked|restricted)/i },
    examples: [
      "Remote Server returned '550 5.1.8 Access denied, bad outbound sender AS(42004)'",
      '550 5.1.8 Access denied, bad outbound sender. For more information please go to http://go.microsoft.com/fwlink/?LinkId=875724. AS(4810)',
    ],
  },
  {
    code: 'exchangeOnlineSenderBlocked',
    when: { enhanced: ['5.7.501', '5.7.502', '5.7.503', '5.7.800'], words: /spam abuse|banned sender/i },
    examples: [
      '550 5.7.501 Service unavailable. Access denied, spam abuse detected from IP range.',
      '550 5.7.502 Access denied, banned sender',
    ],
  },
  {
    code: 'exchangeOnlineTenantBlocked',
    when: { enhanced: ['5.7.705', '5.7.708'] },
    examples: [
      '550 5.7.705 Access denied, tenant has exceeded threshold',
      "Remote server returned '550 5.7.708 Service unavailable. Access denied, traffic not accepted from this IP. For more information please go to http://go.microsoft.com/fwlink/?LinkId=526653 AS(7230)'",
    ],
  },
  {
    code: 'exchangeOnlineDomainNotRegistered',
    when: { enhanced: '5.7.750' },
    examples: [
      '550 5.7.750 Service unavailable. Client blocked from sending from unregistered domains. AS(7500)',
    ],
  },
  {
    code: 'exchangeOnlineDomainTrafficLimit',
    when: { enhanced: ['5.7.232', '5.7.233', '5.7.236'] },
    examples: [
      "550 5.7.233 Your message can't be sent because your tenant exceeded its tenant external recipient rate limit",
    ],
  },
  {
    code: 'exchangeOnlineRecipientLimit',
    when: { enhanced: '5.1.90' },
    examples: [
      "550 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients",
    ],
  },
  {
    code: 'exchangeOnlineRecipientLimit',
    when: { words: /submission quota (?:was )?exceeded|SubmissionQuotaExceeded/i },
    examples: [
      "550 5.2.2 STOREDRV.Submission.Exception:SubmissionQuotaExceededException; Failed to process message due to a permanent exception with message The message can't be submitted because the sender's submission quota was exceeded.",
    ],
  },
  {
    code: 'exchangeOnlineConcurrentConnections',
    when: {
      enhanced: 'x.3.2',
      words: /sender thread limit exceeded|concurrent connections? limit exceeded/i,
    },
    examples: [
      '432 4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded [Hostname=AM0PR01MB4321.eurprd01.prod.exchangelabs.com]',
      '432 4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent_sending for more information. [Hostname=PR3P189MB1024.EURP189.PROD.OUTLOOK.COM]',
    ],
  },
  {
    code: 'rateLimited',
    when: { words: /recipient thread limit exceeded/i },
    examples: ['432 4.3.2 STOREDRV.Deliver; recipient thread limit exceeded'],
  },
  {
    code: 'rateLimited',
    when: { enhanced: ['x.2.121', 'x.2.122'] },
    examples: ["550 5.2.121 Recipient's per hour message receive limit from specific sender exceeded"],
  },
  {
    code: 'exchangeOnlineAddressBlocked',
    when: { enhanced: ['5.7.511', '5.7.606-649'] },
    examples: [
      '550 5.7.606 Access denied, banned sending IP [203.0.113.7]. To request removal from this list please visit https://sender.office.com/ and follow the directions.',
      '550 5.7.511 Access denied, banned sender[203.0.113.7]. To request removal from this list please forward this message to delist@microsoft.com.',
    ],
  },
  {
    code: 'exchangeOnlineAddressThrottled',
    when: { enhanced: ['4.7.500-699', '4.7.850-899', '5.7.508'] },
    examples: [
      '451 4.7.500 Server busy. Please try again later from [203.0.113.7]. (S77719) [HE1EUR01FT015.eop-EUR01.prod.protection.outlook.com]',
      '451 4.7.650 The mail server [203.0.113.7] has been temporarily rate limited due to IP reputation. For e-mail delivery information, see https://postmaster.live.com',
    ],
  },
  {
    code: 'blocklistedMicrosoft',
    when: {
      words:
        /\bblock list \(S\d{4}\)|\(S31[45]0\)|\b(?:OU|RP|SC|DY)-00[1-9]\b.{0,200}(?:mail\.live|postmaster|outlook|hotmail|policy|unfortunately)|part of their network is on our block list/i,
    },
    examples: [
      "550 5.7.1 Unfortunately, messages from [203.0.113.7] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3140). You can also refer your provider to http://mail.live.com/mail/troubleshooting.aspx#errors. [AM5EUR03FT012.eop-EUR03.prod.protection.outlook.com]",
      "550 SC-001 (COL004-MC1F27) Unfortunately, messages from 203.0.113.7 weren't sent. Please contact your Internet service provider since part of their network is on our block list.",
      '550 OU-002 Mail rejected by Outlook.com for policy reasons. Reasons for rejection may be related to content with spam-like characteristics or IP/domain reputation.',
    ],
  },
  {
    code: 'exchangeServerOutdated',
    when: { words: /connecting exchange server version is out-of-date/i },
    examples: [
      '450 4.7.230 Connecting Exchange server version is out-of-date; connection to Exchange Online throttled for 5 mins/hr. For more information see https://aka.ms/BlockUnsafeExchange.',
      '550 5.7.230 Connecting Exchange server version is out-of-date; connection to Exchange Online blocked for 10 mins/hr. For more information see https://aka.ms/BlockUnsafeExchange.',
    ],
  },
  {
    code: 'tlsProtocolTooOld',
    when: { words: /TLS ?1\.0 and (?:TLS ?)?1\.1 are not supported/i },
    examples: [
      '421 4.7.66 TLS 1.0 and 1.1 are not supported. Please upgrade/update your client to support TLS 1.2. Visit https://aka.ms/smtp_auth_tls. [LO4P265CA0001.GBRP265.PROD.OUTLOOK.COM]',
    ],
  },
  {
    code: 'recipientUnknown',
    when: { enhanced: ['5.4.1', '5.7.504'], words: /recipient address(?:es)? rejected ?: access denied/i },
    examples: [
      '550 5.4.1 All recipient addresses rejected : Access denied',
      '550 5.4.1 Recipient address rejected: Access denied. [AM7EUR03FT010.eop-EUR03.prod.protection.outlook.com]',
    ],
  },
  {
    code: 'recipientUnknown',
    when: { enhanced: '5.5.0', words: /mailbox unavailable/i },
    examples: [
      '550 5.5.0 Requested action not taken: mailbox unavailable (S2017062302). [BL2NAM02FT034.eop-nam02.prod.protection.outlook.com]',
    ],
  },
  {
    code: 'heloRefused',
    when: { enhanced: '5.7.506' },
    examples: ['550 5.7.506 Access Denied, Bad HELO'],
  },
  {
    code: 'recipientRefused',
    when: { enhanced: ['5.7.505', '5.7.507', '5.7.510', '5.7.513'] },
    examples: [
      '550 5.7.507 Access denied, rejected by recipient',
      '550 5.7.510 Access denied, contoso.com does not accept email over IPv6',
    ],
  },
  {
    code: 'dmarcFailed',
    when: { enhanced: '5.7.509' },
    examples: [
      '550 5.7.509 Access denied, sending domain contoso.com does not pass DMARC verification and has a DMARC policy of reject.',
    ],
  },
  {
    code: 'senderNotAuthenticated',
    when: { enhanced: '5.7.515' },
    examples: [
      "550 5.7.515 Access denied, sending domain example.com doesn't meet the required authentication level. The sender's domain in the 5322.From address doesn't meet the authentication requirements defined for the sender.",
    ],
  },
  {
    code: 'headersRefused',
    when: { enhanced: '5.7.512' },
    examples: ['550 5.7.512 Access denied, message must be RFC 5322 section 3.6.2 compliant'],
  },
  {
    code: 'recipientRestricted',
    when: { enhanced: '5.7.703' },
    examples: [
      "550 5.7.703 Your message can't be delivered because messages to user@example.com are blocked by your organization using Tenant Allow Block List.",
    ],
  },
  {
    code: 'serverMisconfigured',
    when: { enhanced: '5.3.190' },
    examples: [
      '550 5.3.190 Journaling on-premises messages to Microsoft 365 or Office 365 not supported when Journaling Archive is disabled',
    ],
  },
  {
    code: 'messageRefused',
    when: { enhanced: '5.0.350' },
    examples: [
      'Remote server returned an error -> 550 5.0.350 Remote server returned an error -> 550 x-dg-ref header is too long',
    ],
  },
  {
    code: 'recipientRestricted',
    when: { enhanced: '5.7.51', words: /RestrictDomainsTo|partner connector/i },
    examples: [
      "550 5.7.51 TenantInboundAttribution; There is a partner connector configured that matched the message's recipient domain. The connector had either the RestrictDomainsToIPAddresses or RestrictDomainsToCertificate set",
    ],
  },
];
