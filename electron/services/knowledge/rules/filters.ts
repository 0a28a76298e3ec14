import type { Rule } from './rule.ts';

/** Blocklists and filters in front of the recipient's mailbox. A list is named only when the reply names it. */
export const filterRules: readonly Rule[] = [
  {
    code: 'senderBlocked',
    when: {
      words:
        /manually blocked senders?|badmailfrom|blocked senders? list|sender (?:is |has been )?(?:black|block)[- ]?listed/i,
    },
    examples: [
      '550 Rejected by header based manually Blocked Senders - https://community.mimecast.com/docs/DOC-1369#550 [abc.us1]',
      '553 sorry, your envelope sender is in my badmailfrom list (#5.7.1)',
    ],
  },
  {
    code: 'blocklistQueryBlocked',
    when: { words: /Error: open resolver|spamhaus\.org\/returnc\/|excessive number of queries/i },
    examples: [
      '554 5.7.1 Service unavailable; Client host [203.0.113.7] blocked using zen.spamhaus.org; Error: open resolver; https://check.spamhaus.org/returnc/pub/172.70.1.2/',
    ],
  },
  {
    code: 'dynamicAddressRefused',
    when: {
      words:
        /\bpbl\.spamhaus|spamhaus\.org\/(?:query\/)?pbl|\bPBL\b|dynamic(?:ally)?[- ](?:assigned )?(?:IP|address|host|residential)|dial-?up|dynamic or residential|dul\.(?:dnsbl|nj)/i,
    },
    examples: [
      '550 5.7.1 Service unavailable; client [203.0.113.7] blocked using pbl.spamhaus.org',
      '554 5.7.1 Service unavailable; Client host [203.0.113.7] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/pbl?ip=203.0.113.7',
      '550 5.7.1 Dynamic IP addresses are not allowed to send mail here',
    ],
  },
  {
    code: 'blocklistedDomain',
    when: {
      words:
        /\bdbl\.spamhaus|spamhaus\.org\/(?:query\/)?dbl|\bSpamhaus DBL\b|\bdomain (?:is |was )?(?:currently )?(?:listed|present|found|blocked|black-?listed) (?:in|on|by|using)\b|Sender address \[[^\]]{1,80}\] blocked using/i,
    },
    examples: [
      '550 5.7.1 Your email was rejected due to having a domain present in the Spamhaus DBL -- see https://www.spamhaus.org/dbl/',
      '554 5.7.1 Service unavailable; Sender address [alerts@example.org] blocked using dbl.spamhaus.org; https://www.spamhaus.org/query/domain/example.org',
      '550 5.7.1 Service unavailable, MailFrom domain is listed in Spamhaus. To request removal from this list see https://www.spamhaus.org/query/lookup/ (S8002)',
    ],
  },
  {
    code: 'blocklistedSpamhaus',
    when: { words: /spamhaus|\b(?:SBL|XBL)\d{0,9}\b.{0,40}(?:list|block)/i },
    examples: [
      '554 5.7.1 Service unavailable; Client host [203.0.113.7] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/203.0.113.7',
      'NOQUEUE: reject: RCPT from unknown[203.0.113.7]: 554 5.7.1 Service unavailable; Client host [203.0.113.7] blocked using zen.spamhaus.org; from=<a@example.org> to=<b@example.net> proto=ESMTP helo=<mail>',
      '550 5.7.1 Service unavailable, Client host [203.0.113.7] blocked using Spamhaus. To request removal from this list see https://www.spamhaus.org/query/ip/203.0.113.7 AS(1450)',
      '550-5.7.1 203.0.113.7 is listed at zen.spamhaus.org',
    ],
  },
  {
    code: 'blocklistedBarracuda',
    when: { words: /barracuda(?:central|networks)/i },
    examples: [
      '554 Service unavailable; Client host [mail.example.org] blocked using Barracuda Reputation; http://www.barracudanetworks.com/reputation/?r=1&ip=203.0.113.7',
      '554 5.7.1 Service unavailable; Client host [203.0.113.7] blocked using b.barracudacentral.org; http://www.barracudanetworks.com/reputation/?pr=1&ip=203.0.113.7',
    ],
  },
  {
    code: 'blocklistedSpamCop',
    when: { words: /spamcop/i },
    examples: [
      '554 5.7.1 Service unavailable; Client host [203.0.113.7] blocked using bl.spamcop.net; Blocked - see https://www.spamcop.net/bl.shtml?203.0.113.7',
    ],
  },
  {
    code: 'blocklistedSorbs',
    when: { words: /\bsorbs\b/i },
    examples: [
      '554 5.7.1 Service unavailable; Client host [203.0.113.7] blocked using dnsbl.sorbs.net; Currently Sending Spam See: http://www.sorbs.net/lookup.shtml?203.0.113.7',
    ],
  },
  {
    code: 'blocklistedUceprotect',
    when: { words: /uceprotect|backscatterer/i },
    examples: [
      '550 5.7.1 Service unavailable; Client host [203.0.113.7] blocked using dnsbl-1.uceprotect.net; IP 203.0.113.7 is UCEPROTECT-Level 1 listed. See http://www.uceprotect.net/rblcheck.php?ipr=203.0.113.7',
    ],
  },
  {
    code: 'blocklistedProofpoint',
    when: { words: /ipcheck\.proofpoint|support\.proofpoint\.com\/dnsbl/i },
    examples: [
      '554 Blocked - see https://ipcheck.proofpoint.com/?ip=203.0.113.7',
      '421 4.7.1 Service unavailable; Client host [203.0.113.7] temporarily blocked; see https://support.proofpoint.com/dnsbl-lookup.cgi?ip=203.0.113.7',
    ],
  },
  {
    code: 'blocklistedCloudmark',
    when: { words: /cloudmark/i },
    examples: ['550 5.7.1 Refused by Cloudmark Sender Intelligence'],
  },
  {
    code: 'blocklistedCisco',
    when: {
      words:
        /senderbase|SenderBase\.org|talosintelligence|your access to this mail system has been rejected due to the sending MTA'?s poor reputation/i,
    },
    examples: [
      "554-esa1.example.net\n554 Your access to this mail system has been rejected due to the sending MTA's poor reputation. If you believe that this failure is in error, please contact the intended recipient via alternate means.",
      '554 5.7.1 Connection refused, IP address has poor reputation, see https://www.senderbase.org',
    ],
  },
  {
    code: 'blocklistedTrendMicro',
    when: { words: /mail-abuse\.com|(?:block|list)\w{0,10} .{0,20}trend ?micro|ers\.trendmicro/i },
    examples: [
      '550 5.7.1 Service unavailable; Client host [203.0.113.7] blocked using Trend Micro RBL+. Please see http://www.mail-abuse.com/cgi-bin/lookup?ip_address=203.0.113.7',
      '450 4.7.1 Service temporarily unavailable; Client host [203.0.113.7] blocked using Trend Micro Email Reputation database. Please see <https://servicecentral.trendmicro.com>',
    ],
  },
  {
    code: 'blocklistedSymantec',
    when: { words: /ipremoval\.sms\.symantec|connection rejected by policy \[7/i },
    examples: [
      '501 Connection rejected by policy [7.7] 38206, please visit www.messagelabs.com/support for more details about this error message.',
      '550 5.7.1 Your IP address has been blocked. See http://ipremoval.sms.symantec.com/lookup/?ip=203.0.113.7',
    ],
  },
  {
    code: 'linkRefused',
    when: {
      words:
        /\b(?:URL|link|URI)s?\b.{0,60}(?:blocked|listed|spam|malicious|phish|black|reject|SURBL|URIBL)|SURBL|URIBL|\bphish/i,
    },
    examples: [
      '554 5.7.1 Message rejected: contains a URL listed in multi.surbl.org',
      '550 5.7.1 Blocked: message contains a link to a phishing site',
    ],
  },
  {
    code: 'blocklisted',
    when: {
      words:
        /(?:blocked|listed|rejected|refused|denied)[^.]{0,60}(?:using|by|in|at|on|due to)[^.]{0,30}(?:dnsbl|rbl|\bbl\b|dnswl|black ?list|block ?list|[\w-]{1,60}\.(?:dnsbl|rbl|bl|surbl|nszones|abusix|spfbl|invaluement|junkemailfilter|mailspike|psbl|wpbl|gbudb)\b)/i,
    },
    examples: [
      '554 5.7.1 Service unavailable; Client host [203.0.113.7] blocked using combined.mail.abusix.zone; in combined.mail.abusix.zone',
      '550 5.7.1 mail from 203.0.113.7 refused - see http://www.dnsbl.example.net/, rejected due to RBL',
      '550 JunkMail rejected - mail.example.org [203.0.113.7] is in an RBL on rbl.websitewelcome.com, see https://www.example.com',
      '550-5.7.1 Your host 203.0.113.7 is listed in our blacklist',
    ],
  },
  {
    code: 'blocklisted',
    when: {
      words:
        /\b(?:is|are|was|been) (?:currently |now )?(?:black|block|deny)[- ]?listed\b|\b(?:ip|address|host|server|relay)\b.{0,40}\b(?:black|block|deny)[- ]?list|\bon (?:a|an|our|the|my) (?:\w{1,20} )?(?:black|block)[- ]?list|\bin an? (?:RBL|DNSBL)\b|liste noire|schwarzen? liste/i,
    },
    examples: [
      '550 5.7.1 Your IP address 203.0.113.7 is blacklisted',
      '554 5.7.1 Your mail server is on our block list',
      '550 Votre adresse IP est sur une liste noire',
    ],
  },
  {
    code: 'blocklisted',
    when: {
      words:
        /Client host (?:\[[^\]]{1,60}\] )?(?:temporarily )?blocked using|blocked using [\w-]{1,60}\.[\w.-]{1,60}/i,
    },
    examples: ['554 5.7.1 Service unavailable; Client host [203.0.113.7] blocked using bl.example.net'],
  },
  {
    code: 'reputationTooLow',
    when: {
      words:
        /(?:poor|bad|low|negative|insufficient) (?:\w{1,20} )?(?:reputation|trust)|reputation.{0,40}(?:poor|bad|low|block|reject)|due to (?:IP |sender |domain )?reputation/i,
    },
    examples: [
      '554 5.7.1 Connection refused due to poor reputation',
      '550 5.7.1 Message rejected due to low sender reputation',
    ],
  },
  {
    code: 'virusFound',
    when: { words: /\bvirus(?:es)?\b(?! or)|\bmalware\b|infected|clamav|\btrojan|Eicar/i },
    examples: [
      '550 5.7.1 This message contains a virus (Eicar-Test-Signature)',
      '554 5.7.1 virus Eicar-Test-Signature detected by ClamAV - http://www.clamav.net',
      '550 This message contains malware (Win.Test.EICAR_HDB-1)',
    ],
  },
];

/**
 * A filter whose words do not tell its reason, known by the address that it points to. Stands behind all general words:
 * who refuses says nothing of why.
 */
export const filterFallbackRules: readonly Rule[] = [
  {
    code: 'blocklistedMimecast',
    when: { words: /mimecast|MCSpamSignature/i, reply: 'permanent' },
    examples: ['554 Host network not allowed - https://community.mimecast.com/docs/DOC-1369#554 [xyz.uk22]'],
  },
  {
    code: 'contentRefused',
    when: { words: /\bmessage filtered\b/i, reply: 'permanent' },
    examples: [
      '553-Message filtered. Refer to the Troubleshooting page at http://www.symanteccloud.com/troubleshooting for more information. (#5.7.1)',
    ],
  },
];
