import type { Rule } from './rule.ts';

/** Why a server refuses the message itself: size, form, content. Filters with names are in `filters.ts`. */
export const messageRules: readonly Rule[] = [
  {
    code: 'spamRefused',
    when: {
      words:
        /\bspam (?:message|mail|content|detected|score|threshold|test|filter)|(?:identified|classified|detected|flagged|categorized|marked|rejected|refused|blocked|recognized) as (?:probable |possible |likely |a )*(?:spam|UBE|UCE|junk)|spam-?like|looks like spam|appears? to be (?:spam|unsolicited)|high spam|consider(?:ed)? (?:to be )?spam|is spam\b|\bUBE\b|unsolicited (?:bulk|commercial|mail|e-?mail)|SpamAssassin|rspamd|junk ?mail|bulk mail|spam rejected|message (?:rejected|refused).{0,20}spam/i,
    },
    examples: [
      '550 5.7.1 Message rejected as spam by Content Filtering.',
      '554 5.7.1 Spam message rejected',
      '550 Message was identified as spam',
      '554 5.7.1 The message from (<a@example.org>) with the subject of (hello) matches a profile the Internet community may consider spam',
      '554 5.6.0 Message considered as spam: high spam score',
    ],
  },
  {
    code: 'spamRefused',
    when: {
      words:
        /probability of spam|\bspam\b.{0,40}(?:reject|refus|block|detect|denied)|(?:reject|refus|block|detect|denied)\w{0,20}.{0,40}\bspam\b/i,
    },
    examples: ['550 High probability of spam', '571 5.7.1 Rejected for spam'],
  },
  {
    code: 'lineTooLong',
    when: {
      words:
        /line(?:s)? (?:is |are )?too long|(?:maximum|max).{0,20}line length|line length (?:limit|exceed)|(?:header|message) (?:has|contains) .{0,20}long lines?|line limit/i,
    },
    examples: ['500 5.5.2 Error: line too long', '550 maximum allowed line length is 998 octets, got 1203'],
  },
  {
    code: 'messageTooBig',
    when: {
      words:
        /(?:message|mail|e-?mail|size|file|attachment|data|content)(?: \S{1,40})?(?: \S{1,40})? (?:is |was |are )?(?:too (?:big|large|long)|exceeds?(?: \S{1,60}){0,4} (?:size|limit|maximum|max)|larger than|over ?size)|(?:maximum|max|fixed|size)(?: \S{1,30}){0,3} (?:exceeded|limit exceeded)|exceeds (?:the )?(?:maximum|max|fixed|size)|message length exceeds|too (?:big|large) (?:message|mail|e-?mail|for)|message trop (?:gros|volumineux|grand)|nachricht (?:ist )?zu gro(?:ß|ss)/i,
    },
    examples: [
      '552 5.3.4 Error: message file too big',
      '552 5.3.4 Message size exceeds fixed limit',
      "552-5.3.4 Your message exceeded Google's message size limits. Please visit\n552 5.3.4 https://support.google.com/mail/?p=MaxSizeError - gsmtp",
      '552 Message size exceeds maximum permitted',
      '552 5.2.3 Message length exceeds administrative limit',
      'status=bounced (message size 26214401 exceeds size limit 10240000 of server mail.example.org[203.0.113.7])',
      "523 the message size exceeds the recipient's size limit",
    ],
  },
  {
    code: 'headersRefused',
    when: {
      words:
        /(?:missing|invalid|malformed|duplicate|multiple|bad|illegal|no) (?:or (?:invalid|missing) )?(?:"?(?:From|To|Date|Subject|Message-ID|Sender|Reply-To|MIME-Version)"?:?) (?:header|field)|header.{0,30}(?:syntax|malformed|missing|invalid|too (?:long|large|many))|syntax error in .{0,40}header|headers? (?:too (?:large|big)|size)/i,
    },
    examples: [
      '550 5.7.1 Message rejected: missing or invalid From: header',
      '550 syntax error in "From:" header when scanning for sender',
      '552 5.3.4 Message header size, or recipient list, exceeds policy limit: headers too large',
    ],
  },
  {
    code: 'conversionImpossible',
    when: {
      words:
        /8-?bit(?:MIME)?.{0,40}(?:not (?:supported|allowed|accept)|conversion)|BODY=8BITMIME not|(?<!security )conversion (?:is )?(?:required|failed|not)|media (?:type )?(?:is )?not supported|BINARYMIME/i,
    },
    examples: [
      '554 5.6.1 Media not supported',
      '554 5.6.3 Conversion required but not supported',
      '554 5.6.1 Body type not supported by Remote Host: 8BITMIME not supported',
    ],
  },
  {
    code: 'contentRefused',
    when: {
      words:
        /(?:message|content|body|mail|e-?mail|attachment)s? (?:content )?(?:was |is |has been )?(?:rejected|refused|blocked|denied|not accepted)(?: \S{1,60}){0,6} (?:content|filter|body|check|DLP)|(?:content|body|header|MIME) (?:checks?|filter\w{0,20}|scan\w{0,20}|rule|policy).{0,40}(?:reject|refus|block|fail|den|violat)?|message content (?:rejected|refused|denied|blocked|not accept)|rejected by (?:header|body|content) (?:check|filter|scan)\w{0,5}|rejected by milter|banned content|mail rejet/i,
    },
    examples: ['554 5.7.1 Message content rejected', '550 5.7.1 Content filter rejected the message'],
  },
];
