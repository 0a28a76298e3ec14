import type { FindingCode } from '../findingTable.ts';
import type { Rule } from './rule.ts';

const reply = (code: number, meaning: FindingCode, example: string): Rule => ({
  code: meaning,
  when: { reply: code },
  examples: [`${code} ${example}`],
});

/** Reply codes without an enhanced code or words that say more: RFC 5321 4.2.3, RFC 4954 6, RFC 7504, RFC 5248 2.4. */
export const replyCodeRules: readonly Rule[] = [
  {
    code: 'mailboxUnavailable',
    when: { words: /mailbox (?:is )?(?:temporarily )?(?:unavailable|busy|locked)/i, reply: 'temporary' },
    examples: ['450 Requested mail action not taken: mailbox unavailable'],
  },
  {
    code: 'recipientRefused',
    when: { words: /mailbox (?:is )?unavailable/i, reply: [550, 553, 554] },
    examples: [
      '550 Requested action not taken: mailbox unavailable',
      '550 Request failed; Mailbox unavailable',
    ],
  },
  reply(421, 'serverBusy', 'mail.example.org closing transmission channel'),
  reply(432, 'passwordTransitionNeeded', 'once more'),
  reply(450, 'replyTemporary', 'Requested mail action not taken'),
  reply(451, 'replyTemporary', 'Come again'),
  reply(452, 'replyTemporary', 'Requested action not taken'),
  reply(454, 'replyTemporary', 'not now'),
  reply(455, 'parameterNotSupported', 'Server unable to accommodate parameters'),
  reply(500, 'commandNotRecognised', 'Syntax error'),
  reply(501, 'commandSyntaxRefused', 'Syntax error in parameters or arguments'),
  reply(502, 'commandNotRecognised', 'Not here'),
  reply(503, 'commandSequenceRefused', 'Bad sequence'),
  reply(504, 'parameterNotSupported', 'Not here'),
  reply(521, 'serverAcceptsNoMail', 'Host does not accept mail'),
  reply(523, 'starttlsRequired', 'Encryption Needed'),
  reply(524, 'mechanismTooWeak', 'Weak'),
  reply(525, 'accountDisabled', 'Disabled'),
  reply(530, 'authenticationRequired', 'Access denied'),
  reply(534, 'mechanismTooWeak', 'Weak'),
  reply(535, 'wrongCredentials', 'no'),
  reply(538, 'authenticationNeedsEncryption', 'no'),
  reply(551, 'recipientMoved', 'not local; please try <bob@example.com>'),
  reply(552, 'replyPermanent', 'no'),
  reply(553, 'replyPermanent', 'Requested action not taken: mailbox name not allowed'),
  reply(555, 'parameterNotSupported', 'not implemented'),
  reply(556, 'recipientDomainAcceptsNoMail', 'Domain'),
];

/** A reply that says only whether trying again helps (RFC 3463 x.0.0 and its like). */
export const classRules: readonly Rule[] = [
  {
    code: 'replyTemporary',
    when: { reply: 'temporary', enhanced: ['x.0.0', 'x.3.0', 'x.4.0', 'x.5.0', 'x.7.0', 'x.1.0'] },
    examples: ['451 4.7.0 Please wait', '4.0.0 Other undefined Status'],
  },
  {
    code: 'policyRefused',
    when: { enhanced: '5.7.0' },
    examples: ['554 5.7.0 Reject'],
  },
  {
    code: 'replyPermanent',
    when: { enhanced: ['5.0.0', '5.3.0', '5.4.0', '5.5.0'] },
    examples: [
      '554 5.0.0 Service unavailable',
      '5.3.0 Other or undefined mail system status',
      '553 5.3.0 no',
    ],
  },
  {
    code: 'replyPermanent',
    when: { reply: [550, 554, 571] },
    examples: ['554 Transaction failed', '550 Requested action not taken', '571 no'],
  },
];
