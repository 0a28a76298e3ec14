import type { FindingCode } from '../findingTable.ts';
import type { Rule } from './rule.ts';

/** Orange and La Poste end each refusal in a number of their own: `OFR_417`, `LPN105_402`, `OFR006_102`. */
const orange = (number: string, code: FindingCode, example: string): Rule => ({
  code,
  when: { words: new RegExp(String.raw`\b(?:OFR|LPN|OUK)(?:\d{3})?[-_]?${number}\b`, 'i') },
  examples: [example],
});

const orangeRules: readonly Rule[] = [
  orange('401', 'spfFailed', '550 5.5.0 SPF: example.org is not allowed to send mail. LPN004_401'),
  orange(
    '402',
    'authenticationRequired',
    '550 5.5.0 Authentification requise. Authentication Required. LPN105_402',
  ),
  orange('403', 'senderRefused', '550 5.0.1 Emetteur invalide. Invalid Sender. LPN105_403'),
  orange('405', 'senderRefused', '550 5.0.1 Emetteur invalide. Invalid Sender. LPN105_405'),
  orange('415', 'senderRefused', '550 5.1.0 Emetteur invalide. Invalid Sender. OFR_415'),
  orange('417', 'mailboxFull', '552 5.1.1 Boite du destinataire pleine. Recipient overquota. OFR_417 [417]'),
  orange('420', 'mailboxDisabled', '550 5.2.1 Boite du destinataire archivee. Archived recipient. OFR_420'),
  orange('421', 'senderNotOwned', '550 5.5.3 Mail from not owned by user. LPN105_421.'),
  orange(
    '426',
    'mailboxDisabled',
    '550 5.5.0 Le compte du destinataire est bloque. The recipient account isblocked. LPN007_426',
  ),
  orange('514', 'messageTooBig', '552 5.2.3 Taille limite du message atteinte. OFR_514'),
];

/** Mailbox providers other than Google and Microsoft: Yahoo and AOL, Apple, GMX and web.de, T-Online, Orange, Free, SFR, Zoho. */
export const otherProviderRules: readonly Rule[] = [
  {
    code: 'yahooAppPasswordRequired',
    when: { words: /#AUTH00[0-9]|#MBR1212|#MBR1240/i },
    examples: [
      '535 5.7.0 (#AUTH005) Too many bad auth attempts.',
      '530 5.7.1 Authentication required (#MBR1212)',
    ],
  },
  {
    code: 'appPasswordRequired',
    when: {
      words:
        /(?:app(?:lication)?[- ]specific|app) password|anwendungsspezifisches passwort|mot de passe d.application/i,
    },
    examples: ['Sorry, you need to create an app password to use this service'],
  },
  {
    code: 'rateLimited',
    when: { words: /\[TSS?0?[0-9]{1,2}\]|\[TS0[0-9]\]/ },
    examples: [
      '421 4.7.0 [TSS04] Messages from 203.0.113.7 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes',
    ],
  },
  {
    code: 'blocklistedSpamhaus',
    when: { words: /\[BL2[0-9]\]/ },
    examples: [
      "553 5.7.1 [BL21] Connections will not be accepted from 203.0.113.7, because the ip is in Spamhaus's list; see http://postmaster.yahoo.com/550-bl23.html",
    ],
  },
  {
    code: 'recipientUnknown',
    when: {
      words:
        /delivery error: dd (?:This user doesn't have a|Requested mail action aborted, mailbox not found)|doesn't have a yahoo/i,
    },
    examples: [
      "554 delivery error: dd This user doesn't have a yahoo.com account (nobody@yahoo.com) [0] - mta4191.mail.bf1.yahoo.com",
      '554 delivery error: dd Requested mail action aborted, mailbox not found',
    ],
  },
  {
    code: 'mailboxDisabled',
    when: {
      words: /delivery error: dd (?:Sorry, your message to|This account has been)|mailbox is disabled/i,
    },
    examples: [
      '554 delivery error: dd Sorry, your message to user@yahoo.com cannot be delivered. This mailbox is disabled (554.30). - mta1234.mail.ne1.yahoo.com',
    ],
  },
  {
    code: 'policyRefused',
    when: {
      words: /Message not allowed - \[(?:PH|AUP#|\d)|\bAUP#[A-Z]{1,60}|not accepted for policy reasons/i,
    },
    examples: [
      '554 Message not allowed - [PH01] Email not accepted for policy reasons. Please visit https://postmaster.yahooinc.com/error-codes',
      '554 5.7.9 Message not accepted for policy reasons. See https://postmaster.yahooinc.com/error-codes',
    ],
  },
  {
    code: 'policyRefused',
    when: { words: /\[(?:CS|HM)0[0-9]\]/ },
    examples: [
      '550 5.7.1 [CS01] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137',
      '554 5.7.1 [HM08] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137',
    ],
  },
  {
    code: 'reverseDnsMissing',
    when: { words: /No SMTP service.{0,40}Bad DNS PTR|bad dns ptr resource record/i },
    examples: [
      '554-gmx.net (mxgmx116) Nemesis ESMTP Service not available\n554-No SMTP service\n554-Bad DNS PTR resource record.\n554 For explanation visit https://postmaster.gmx.net/en/error-messages?ip=203.0.113.7&c=rdns',
    ],
  },
  {
    code: 'blocklisted',
    when: {
      words: /No SMTP service.{0,80}IP address is (?:black|block) ?listed|IP address is block listed/i,
    },
    examples: [
      '554-web.de (mxweb011) Nemesis ESMTP Service not available\n554-No SMTP service\n554-IP address is block listed.\n554 For explanation visit https://postmaster.web.de/en/case?c=r0601',
    ],
  },
  {
    code: 'rateLimited',
    when: { words: /Nemesis ESMTP Service not available.{0,120}(?:temporarily|too many|exceeded)/i },
    examples: [
      '421-gmx.net (mxgmx016) Nemesis ESMTP Service not available\n421-Service closing transmission channel\n421-Sending limit temporarily exceeded\n421 For explanation visit https://postmaster.gmx.net',
    ],
  },
  {
    code: 'policyRefused',
    when: {
      words:
        /Requested action not taken: mailbox unavailable.{0,80}explanation visit.{0,60}(?:gmx|web\.de|mail\.com|1und1|ionos)/i,
    },
    examples: [
      '550-Requested action not taken: mailbox unavailable\n550 For explanation visit https://postmaster.gmx.net/en/error-messages?ip=203.0.113.7&c=hi',
    ],
  },
  {
    code: 'reputationTooLow',
    when: { words: /IP=[\d.]{7,15} - (?:None\/Bad reputation|A problem occurred|Dialup)/i },
    examples: [
      '554 IP=203.0.113.7 - None/Bad reputation. Ask your postmaster for help or to contact tobr@rx.t-online.de for reset. (NOWL)',
      '554 IP=203.0.113.7 - A problem occurred. (Ask your postmaster for help or to contact tosa@rx.t-online.de to clarify.) (BL)',
    ],
  },
  {
    code: 'spamRefused',
    when: { words: /message considered as spam|considered (?:to be )?(?:as )?(?:spam|UBE)/i },
    examples: [
      '550-5.7.0 Message considered as spam or virus, rejected\n550-5.7.0 Message rejected because it was considered as spam.',
      '550 5.7.1 Your message was considered spam',
    ],
  },
  {
    code: 'tooManyConnections',
    when: { words: /trop de connexions|too many connections, slow down/i },
    examples: [
      '421 mwinf5c25 ME Trop de connexions, veuillez verifier votre configuration. Too many connections, slow down. OFR004_104 [104]',
    ],
  },
  {
    code: 'rateLimited',
    when: { words: /\bofr_?00[45]_\d{3}|service refuse.{0,20}(?:too many|trop)/i },
    examples: [
      '421 4.7.1 Service refuse. Veuillez essayer plus tard. Service refused, please try later. OFR005_104 [104]',
    ],
  },
  {
    code: 'blocklistedCloudmark',
    when: { words: /csi\.cloudmark\.com/i },
    examples: [
      '550 mwinf5c10 ME Adresse IP source bloquee pour incident de spam. Client host blocked for spamming issues. OFR006_102 Ref http://csi.cloudmark.com/reset-request/?ip=203.0.113.7 [102]',
      '550 5.7.1 Your connection is blocked due to a poor reputation. See https://csi.cloudmark.com/en/reset/?ip=203.0.113.7',
    ],
  },
  {
    code: 'spamRefused',
    when: { words: /spam detected.{0,20}LPN|\bOFR_(?:506|515)/i },
    examples: ['550 5.2.0 Mail rejete. Mail rejected. OFR_506 [506]'],
  },
  {
    code: 'reputationTooLow',
    when: { words: /too many spams from your IP/i },
    examples: ['421 Too many spams from your IP (203.0.113.7), please visit http://postmaster.free.fr/'],
  },
  ...orangeRules,
  {
    code: 'recipientUnknown',
    when: {
      words:
        /adresse (?:d au moins un|du) destinataire (?:est )?(?:invalide|inconnue)|destinataire (?:inconnu|invalide)|utilisateur inconnu|empf(?:ae|ä)nger unbekannt|unbekannter empf(?:ae|ä)nger/i,
    },
    examples: [
      '550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. OFR204_416 [416]',
      '550 Empfänger unbekannt',
    ],
  },
  {
    code: 'submissionNotAllowed',
    when: { words: /does not have access rights to this service|outgoing (?:mail )?blocked/i },
    examples: [
      '535 5.7.8 Error: authentication failed: This user does not have access rights to this service',
      '554 5.1.8 Email Outgoing Blocked',
    ],
  },
  {
    code: 'senderNotOwned',
    when: {
      words:
        /relaying disallowed as|sender address is not allowed\.?$|not allowed to use (?:this )?sender address|from address does(?:n.t| not) match.{0,30}(?:account|login|user)/i,
    },
    examples: [
      '553 Relaying disallowed as alerts@example.org',
      '550-Requested action not taken: mailbox unavailable\n550 Sender address is not allowed.',
      '554-Transaction failed\n554 Unauthorized sender address. Sender address is not allowed.',
    ],
  },
];
