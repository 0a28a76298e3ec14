import type { Rule } from './rule.ts';

/** Gmail and Google Workspace. Texts: support.google.com/a/answer/3726730; every reply of Google ends in `gsmtp`. */
export const googleRules: readonly Rule[] = [
  {
    code: 'googleAppPasswordRequired',
    when: { words: /Application-specific password required|InvalidSecondFactor/i },
    examples: [
      '534-5.7.9 Application-specific password required. For more information, go to\n534 5.7.9  https://support.google.com/mail/?p=InvalidSecondFactor a640c23a62f3a-b7654e1a8f1sm123456b.12 - gsmtp',
    ],
  },
  {
    code: 'googleWebLoginRequired',
    when: { words: /log ?in (?:with|via) your web browser|WebLoginRequired/i },
    examples: [
      '534-5.7.14 <https://accounts.google.com/signin/continue?sarp=1&scc=1&plt=AKgnsbu> Please log in via your web browser and\n534-5.7.14 then try again.\n534 5.7.14  Learn more at https://support.google.com/mail/answer/78754 h12sm1234567wmb.1 - gsmtp',
    ],
  },
  {
    code: 'googleCredentialsNotAccepted',
    when: { words: /Username and Password not accepted|p=BadCredentials/i },
    examples: [
      '535-5.7.8 Username and Password not accepted. For more information, go to\n535 5.7.8  https://support.google.com/mail/?p=BadCredentials 5b1f17b1804b1-45dd04ab3absm123456785e9.8 - gsmtp',
      "smtplib.SMTPAuthenticationError: (535, b'5.7.8 Username and Password not accepted. For more information, go to\\n5.7.8  https://support.google.com/mail/?p=BadCredentials d9443c01a7336sm1 - gsmtp')",
      'MailKit.Security.AuthenticationException: 535: 5.7.8 Username and Password not accepted. For more information, go to\n5.7.8 https://support.google.com/mail/?p=BadCredentials',
    ],
  },
  {
    code: 'googleRelayNotRegistered',
    when: { words: /Invalid credentials for relay|Mail relay denied \[|Peak SMTP relay limit/i },
    examples: [
      "550-5.7.1 Invalid credentials for relay [203.0.113.7]. The IP address you've\n550-5.7.1 registered in your G Suite SMTP Relay service doesn't match domain of the\n550-5.7.1 account this email is being sent from.\n550 5.7.1  https://support.google.com/a/answer/6140680#invalidcred h1sm1 - gsmtp",
      '550 5.7.1 Mail relay denied [203.0.113.7]. Visit https://support.google.com/a/answer/6140680',
    ],
  },
  {
    code: 'sendingQuotaExceeded',
    when: {
      words:
        /daily (?:user )?(?:sending|SMTP relay|message) (?:quota|limit)|sending (?:quota|limits?) (?:was |has been )?exceeded|DailySendingLimit/i,
    },
    examples: [
      '550-5.4.5 Daily user sending limit exceeded. For more information on Gmail\n550-5.4.5 sending limits go to\n550 5.4.5  https://support.google.com/a/answer/166852 d2e1a72fcca58-7725b1sm1 - gsmtp',
      '550 5.4.5 Daily sending quota exceeded. j4-20020adfe504000000b sm1 - gsmtp',
      '550 5.4.5 Daily SMTP relay limit exceeded for customer.',
    ],
  },
  {
    code: 'rateLimited',
    when: { words: /receiving (?:mail|e-?mails?) (?:too quickly|at a rate)/i },
    examples: [
      '450-4.2.1 The user you are trying to contact is receiving mail too quickly.\n450-4.2.1 Please resend your message at a later time.\n450 4.2.1 https://support.google.com/mail/?p=ReceivingRate - gsmtp',
      '550-5.2.1 The user you are trying to contact is receiving mail at a rate that\n550 5.2.1 prevents additional messages from being delivered. - gsmtp',
    ],
  },
  {
    code: 'dmarcFailed',
    when: {
      words:
        /not accepted due to domain'?s DMARC policy|DMARC policy of|fail(?:s|ed)? DMARC|evaluating DMARC|DMARC (?:check |evaluation |verification |validation |policy )?(?:fail|reject|violat)|does not pass DMARC|(?:blocked|rejected?|refused) (?:by|due to|because of|per) .{0,40}DMARC|DMARC (?:policy )?(?:violation|reject)|DMARC sender invalid/i,
    },
    examples: [
      "550-5.7.26 Unauthenticated email from example.org is not accepted due to domain's\n550-5.7.26 DMARC policy. Please contact the administrator of example.org domain\n550 5.7.26 if this was a legitimate mail. - gsmtp",
      '550 5.7.1 rejected by DMARC policy for example.org',
      '554 5.7.5 Permanent error evaluating DMARC policy',
      '554 5.7.9 Message not accepted for policy reasons. Email rejected per DMARC policy for example.org',
    ],
  },
  {
    code: 'senderNotAuthenticated',
    when: {
      enhanced: 'x.7.26',
      words:
        /unauthenticated|authentication|authenticate|must pass either SPF or DKIM|multiple authentication/i,
    },
    examples: [
      '550-5.7.26 This mail has been blocked because the sender is unauthenticated.\n550-5.7.26 Gmail requires all senders to authenticate with either SPF or DKIM.\n550-5.7.26  Authentication results:\n550-5.7.26  DKIM = did not pass\n550-5.7.26  SPF [example.org] with ip: [203.0.113.7] = did not pass\n550 5.7.26  https://support.google.com/mail/answer/81126#authentication 4fb4d7f45d1cf - gsmtp',
      '450 4.7.26 Service does not accept messages sent over IPv6 [2a01:111:f400::1] unless they pass either SPF or DKIM validation (message not signed)',
    ],
  },
  {
    code: 'dmarcFailed',
    when: { enhanced: ['x.7.32', 'x.7.31', 'x.7.40'], words: /DMARC|align|From: (?:header|domain)/i },
    examples: [
      '550 5.7.40 The domain example.org has no DMARC record, or its DMARC record does not specify a policy. - gsmtp',
    ],
  },
  {
    code: 'senderNotAuthenticated',
    when: {
      words:
        /unauthenticated e?-?mail|fails? to pass authentication checks|not (?:have|meet) .{0,30}authentication (?:information|level)/i,
    },
    examples: [
      '550 5.7.1 Unauthenticated email is not accepted from this domain.',
      '550-5.7.1 This message does not have authentication information or fails to pass\n550-5.7.1 authentication checks. To best protect our users from spam, the\n550 5.7.1 message has been blocked. - gsmtp',
    ],
  },
  {
    code: 'contentRefused',
    when: { words: /number of attachments/i },
    examples: [
      "552 5.7.0 The number of attachments (510) exceeds Google's limit of 500 attachments. - gsmtp",
    ],
  },
  {
    code: 'dkimFailed',
    when: { enhanced: 'x.7.30', words: /DKIM/i },
    examples: [
      "421-4.7.30 Your email has been rate limited because DKIM authentication didn't\n421-4.7.30 pass for this message. Gmail requires all bulk email senders to\n421 4.7.30 authenticate their email with DKIM. - gsmtp",
    ],
  },
  {
    code: 'spfFailed',
    when: { enhanced: 'x.7.27', words: /SPF|authenticat/i },
    examples: [
      "421-4.7.27 Your email has been rate limited because SPF authentication didn't\n421 4.7.27 pass for this message. Gmail requires all bulk email senders to authenticate their email with SPF. - gsmtp",
    ],
  },
  {
    code: 'tlsRequiredByPolicy',
    when: { enhanced: 'x.7.29', words: /TLS/i },
    examples: [
      "421 4.7.29 Your email has been rate limited because this message wasn't sent over a TLS connection. Gmail requires all bulk email senders to use TLS/SSL for SMTP connections. - gsmtp",
    ],
  },
  {
    code: 'mailFlood',
    when: {
      words:
        /unusual (?:rate|amount) of (?:unsolicited|suspicious) (?:mail|e-?mail)|UnsolicitedRateLimitError/i,
    },
    examples: [
      '421-4.7.28 Our system has detected an unusual rate of unsolicited mail originating\n421-4.7.28 from your IP address. To protect our users from spam, mail sent from\n421-4.7.28 your IP address has been temporarily rate limited. - gsmtp',
      '421 4.7.0 [203.0.113.7 15] Our system has detected an unusual rate of unsolicited mail originating from your IP address. To protect our users from spam, mail sent from your IP address has been temporarily blocked.',
    ],
  },
  {
    code: 'spamRefused',
    when: {
      words:
        /likely unsolicited mail|UnsolicitedMessageError|suspicious due to the nature of the content|message is likely suspicious(?! due)/i,
    },
    examples: [
      '550-5.7.1 [203.0.113.7 12] Gmail has detected that this message is\n550-5.7.1 likely unsolicited mail. To reduce the amount of spam sent to Gmail, this\n550-5.7.1 message has been blocked. Please visit\n550 5.7.1  https://support.google.com/mail/?p=UnsolicitedMessageError - gsmtp',
    ],
  },
  {
    code: 'reputationTooLow',
    when: { words: /low reputation of the sending (?:domain|IP)|very low reputation/i },
    examples: [
      '550-5.7.1 [203.0.113.7 19] Gmail has detected that this message is likely\n550-5.7.1 suspicious due to the very low reputation of the sending domain. To best\n550 5.7.1 protect our users from spam, the message has been blocked. - gsmtp',
    ],
  },
  {
    code: 'attachmentRefused',
    when: {
      words:
        /its content presents a potential security issue|BlockedMessage|executable (?:file|attachment)|attachments?\b.{0,60}(?:not (?:allowed|permitted|accepted)|blocked|forbidden|prohibited|rejected)|(?:banned|forbidden|blocked|disallowed|illegal) attachment|blocked file/i,
    },
    examples: [
      '552-5.7.0 This message was blocked because its content presents a potential\n552-5.7.0 security issue. Please visit\n552 5.7.0 https://support.google.com/mail/?p=BlockedMessage to review our message content and attachment content guidelines. - gsmtp',
      '550 5.7.1 Attachment type not allowed',
      '554 5.7.1 Message contains a forbidden attachment',
    ],
  },
  {
    code: 'reverseDnsMissing',
    when: { words: /does not have a PTR record|IPv6AuthError|PTR records? and authentication/i },
    examples: [
      '550-5.7.25 [2001:db8::1] The IP address sending this message does not have a PTR\n550-5.7.25 record setup, or the corresponding forward DNS entry does not match the\n550 5.7.25 sending IP. - gsmtp',
      '550-5.7.1 [2001:db8::1] Our system has detected that this message does\n550-5.7.1 not meet IPv6 sending guidelines regarding PTR records and authentication. - gsmtp',
    ],
  },
  {
    code: 'recipientUnknown',
    when: { words: /p=NoSuchUser|account that you tried to reach does not exist/i },
    examples: [
      "550-5.1.1 The email account that you tried to reach does not exist. Please try\n550-5.1.1 double-checking the recipient's email address for typos or\n550 5.1.1 unnecessary spaces. https://support.google.com/mail/?p=NoSuchUser - gsmtp",
      '550 5.1.1 <bob@gmail.com>: host gmail-smtp-in.l.google.com[142.250.27.26] said: 550-5.1.1 The email account that you tried to reach does not exist. (in reply to RCPT TO command)',
    ],
  },
  {
    code: 'mailboxDisabled',
    when: { words: /account that you tried to reach is (?:disabled|inactive)|p=DisabledUser/i },
    examples: [
      '550 5.2.1 The email account that you tried to reach is disabled. Learn more at https://support.google.com/mail/?p=DisabledUser - gsmtp',
    ],
  },
  {
    code: 'mailboxFull',
    when: {
      words:
        /account that you tried to reach is over quota|recipient'?s inbox is out of storage|p=OverQuota(?:Temp|Perm)/i,
    },
    examples: [
      "452-4.2.2 The recipient's inbox is out of storage space. Please direct the\n452-4.2.2 recipient to\n452 4.2.2 https://support.google.com/mail/?p=OverQuotaTemp - gsmtp",
      '552-5.2.2 The email account that you tried to reach is over quota and inactive.\n552 5.2.2 https://support.google.com/mail/?p=OverQuotaPerm - gsmtp',
    ],
  },
  {
    code: 'headersRefused',
    when: {
      words:
        /(?:not|non)\b.{0,12}RFC.{0,20}complian|RFC.{0,20}not compliant|violat\w{0,5} .{0,20}RFC|missing (?:a )?(?:valid )?message-?id|(?:missing|multiple|invalid|no) (?:a )?(?:valid )?(?:address in )?(?:the )?(?:From|To|Date|Subject|Message-ID):? ?header|multiple (?:addresses in )?From:? header|RfcMessageNonCompliant/i,
    },
    examples: [
      '550-5.7.1 [203.0.113.7] Messages missing a valid address in From:\n550 5.7.1 header, or having no From: header, are not accepted. - gsmtp',
      '550-5.7.1 [203.0.113.7      11] Our system has detected that this message is not\n550-5.7.1 RFC 5322 compliant: duplicate headers. To reduce the amount of spam sent\n550 5.7.1 to Gmail, this message has been blocked. - gsmtp',
    ],
  },
];
