import type { Rule } from './rule.ts';

/** Services that send for others: Amazon SES, SendGrid, Mailgun, Mailjet, Postmark, SparkPost, Brevo. */
export const relayServiceRules: readonly Rule[] = [
  {
    code: 'relayServiceSenderNotVerified',
    when: { words: /Email address is not verified|identit(?:y|ies) failed the check/i },
    examples: [
      '554 Message rejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: alerts@example.org',
    ],
  },
  {
    code: 'relayServiceSenderNotVerified',
    when: {
      words:
        /does not match a verified Sender Identity|Sender Signature on your account|Unconfigured Sending Domain|sending domain.{0,40}(?:not verified|unverified|not validated)|sender .{0,60}not (?:been )?(?:validated|verified|authorized in your account)/i,
    },
    examples: [
      '550 The from address does not match a verified Sender Identity. Mail cannot be sent until this error is resolved. Visit https://sendgrid.com/docs/for-developers/sending-email/sender-identity/ to see the Sender Identity requirements',
      "422 550 5.7.1 The 'From' address you supplied (alerts@example.org) is not a Sender Signature on your account.",
      '550 5.7.1 Unconfigured Sending Domain <example.org>',
    ],
  },
  {
    code: 'relayServiceTestAccount',
    when: {
      words:
        /Free accounts are for test purposes only|Sandbox subdomains are for test purposes|authorized recipients|account is (?:still )?in the sandbox|SMTP account is not yet activated|not yet activated/i,
    },
    examples: [
      '421 Domain sandbox1234.mailgun.org is not allowed to send: Free accounts are for test purposes only. Please upgrade or add the address to authorized recipients in Account Settings.',
      '502 5.7.0 Your SMTP account is not yet activated. Contact us at contact@sendinblue.com for more info',
    ],
  },
  {
    code: 'sendingQuotaExceeded',
    when: {
      words:
        /Maximum credits exceeded|Daily message quota exceeded|(?:daily|hourly|monthly) (?:sending |e?-?mail |message )?(?:quota|limit|allowance) (?:has been |was |is )?(?:exceeded|reached)|exceeded (?:the |your |its )?(?:daily|hourly|monthly|maximum allowed).{0,40}(?:messages?|e-?mails?|quota|limit)|sending limit (?:temporarily )?(?:exceeded|reached)/i,
    },
    examples: [
      '451 Authentication failed: Maximum credits exceeded',
      '454 Throttling failure: Daily message quota exceeded.',
    ],
  },
  {
    code: 'submissionNotAllowed',
    when: {
      words:
        /(?:sending|your account|service|smtp).{0,30}(?:is |has been |was )?(?:paused|suspended)|(?:sending|outbound|outgoing)\b.{0,40}(?:disabled|blocked|restricted)|account.{0,20}under review/i,
    },
    examples: [
      '454 Throttling failure: Sending paused for this account.',
      '550 5.7.1 Sending from this account has been disabled',
    ],
  },
  {
    code: 'rateLimited',
    when: { words: /Throttling failure|Maximum sending rate exceeded/i },
    examples: ['454 Throttling failure: Maximum sending rate exceeded.'],
  },
];
