import type { Rule } from './rule.ts';

/** The server itself is in trouble, or the dialogue with it: storage, internal errors, commands, states. */
export const serviceRules: readonly Rule[] = [
  {
    code: 'serverStorageFull',
    when: {
      words:
        /insufficient (?:system |disk |queue )?(?:storage|space)|queue file write error|(?:not enough|no|out of|low on|insufficient) (?:free )?(?:disk|queue|storage|spool)(?: file)? ?(?:space)?|no space left on device|spool (?:is )?full|disk (?:is )?full/i,
      reply: [452, 451, 450, 421, 431, 552, 554, 550],
    },
    examples: [
      '452 4.3.1 Insufficient system storage',
      '451 4.3.0 Error: queue file write error',
      '452 4.4.5 Insufficient disk space; try again later',
      '452 space shortage, please try later: insufficient disk space',
    ],
  },
  {
    code: 'serverMisconfigured',
    when: {
      words:
        /server configuration (?:error|problem)|system incorrectly configured|configuration error|mail system (?:mis)?configur|local configuration error|unsupported dictionary type|fatal:.{0,60}(?:configuration|parameter)/i,
    },
    examples: [
      '451 4.3.5 Server configuration error',
      '451 4.3.5 <bob@example.net>: Recipient address rejected: Server configuration error',
      '451 4.3.5 Server configuration problem',
    ],
  },
  {
    code: 'serverInternalError',
    when: {
      words:
        /local (?:error|problem)|internal (?:server |system )?(?:error|problem)|temporary (?:local |system |server |internal |lookup )?(?:problem|failure|error)|system (?:problem|error|failure|unavailable)|temporary lookup failure|requested action aborted|milter|unexpected (?:error|failure)|server error|mail server temporarily rejected|proxy (?:write )?error|database/i,
      reply: 'temporary',
    },
    examples: [
      '451 4.3.0 <bob@example.net>: Temporary lookup failure',
      '451 Temporary local problem - please try later',
      '451 4.3.0 Mail server temporarily rejected message. - gsmtp',
      '421 4.3.0 Temporary System Problem.  Try again later (10). - gsmtp',
      '451 4.7.1 Service unavailable - try again later: internal error',
      '451 Requested action aborted: local error in processing',
      '421 4.3.0 collect: Cannot write ./dfxxx (internal error)',
    ],
  },
  {
    code: 'serverBusy',
    when: {
      words:
        /server (?:is )?(?:too )?busy|(?:service|server|system) (?:is )?(?:temporarily |currently )?(?:unavailable|not available|overloaded)|(?:load|system load).{0,20}too high|try (?:again )?later|resources? temporarily unavailable|shutting down|all server ports are busy|too busy|come back later|occup[ée]/i,
      reply: [421, 431, 450, 451, 454],
    },
    examples: [
      '421 4.3.2 All server ports are busy',
      '421 4.4.5 Server busy, try again later. - gsmtp',
      '421 mail.example.org Service not available, closing transmission channel',
      '421 4.3.0 mail.example.org Server shutting down',
      '451 4.7.1 Service unavailable - try again later',
      '451 4.3.2 Please try again later',
    ],
  },
  {
    code: 'replyTimedOut',
    when: {
      words:
        /timeout (?:exceeded|waiting|- closing)|(?:idle|command|session|data|read|connection|SMTP) time(?:d )?-?out|timed? ?out (?:waiting|while|after)|(?:exceeded|reached).{0,20}time ?(?:limit|out)/i,
      reply: [421, 451, 450, 442],
    },
    examples: [
      '421 4.4.2 mail.example.org Error: timeout exceeded',
      '421 mail.example.org: SMTP command timeout - closing connection',
      '451 4.4.2 Timeout - closing connection. - gsmtp',
      '421 4.4.1 Connection timed out',
    ],
  },
  {
    code: 'commandSequenceRefused',
    when: {
      words:
        /bad sequence of commands|send hello first|(?:need|send|specify|issue|give) (?:RCPT|MAIL|a? ?recipient|a? ?sender)\b.{0,30}|no valid recipients|nested MAIL|MAIL (?:already|first|needed|required)|sender already (?:given|specified)|improper (?:use of SMTP )?command pipelining|protocol synchroni[sz]ation error|(?:improper|unauthori[sz]ed) (?:command )?pipelining|commands? out of sequence/i,
      reply: [503, 554, 500, 521],
    },
    examples: [
      '503 5.5.1 Bad sequence of commands',
      '503 5.5.2 Send hello first',
      '503 5.5.1 Error: need MAIL command',
      '554 5.5.1 Error: no valid recipients',
      '503 5.5.0 Improper use of SMTP command pipelining',
      '554 SMTP synchronization error: improper command pipelining',
      '503 5.5.2 Need rcpt command',
    ],
  },
  {
    code: 'commandNotRecognised',
    when: {
      words:
        /(?:command|verb|keyword)(?: \S{1,20})? (?:is )?(?:not (?:recogni[sz]ed|implemented|supported|understood)|unrecogni[sz]ed|unknown|unimplemented)|(?:unrecogni[sz]ed|unknown|unimplemented|invalid|bad) (?:SMTP )?command|command unrecogni[sz]ed/i,
      reply: [500, 502, 503, 550, 555, 221],
    },
    examples: [
      '500 5.5.1 Unrecognized command',
      '502 5.5.2 Error: command not recognized',
      '500 Syntax error, command unrecognized',
      '502 Command not implemented',
    ],
  },
  {
    code: 'commandNotRecognised',
    when: {
      words:
        /SmtpException: Syntax error, command unrecognized|^Syntax error, command unrecognized|^Command not implemented\. The server response was/i,
    },
    examples: ['System.Net.Mail.SmtpException: Syntax error, command unrecognized. The server response was:'],
  },
  {
    code: 'parameterNotSupported',
    when: {
      words:
        /(?:parameter|option|argument)s?(?: \S{1,30})? (?:is |are )?(?:not (?:recogni[sz]ed|implemented|supported|understood|allowed)|unrecogni[sz]ed|unknown|unsupported)|(?:unsupported|unknown|unrecogni[sz]ed) (?:parameter|option|MAIL|RCPT)/i,
      reply: [501, 504, 555, 554, 500, 550],
    },
    examples: [
      '555 5.5.4 Unsupported option: SIZE',
      '504 5.5.4 Command parameter not implemented',
      '555 MAIL FROM/RCPT TO parameters not recognized or not implemented: unsupported parameter',
    ],
  },
  {
    code: 'policyRefused',
    when: {
      words:
        /\b(?:due to|because of|by|against|per|for|violat\w{1,5})(?: \S{1,20}){0,3} polic(?:y|ies)\b|\bpolicy (?:restrictions?|reasons?|violations?|rejections?)\b|administrative(?:ly)? (?:prohibit|denied)/i,
      reply: 'permanent',
    },
    examples: [
      '554-Transaction failed\n554-Reject due to policy restrictions.\n554 For explanation visit https://postmaster.gmx.net/de/case?c=r0735',
      '550 Administrative prohibition',
      '550 5.7.0 Local Policy Violation; see https://support.proofpoint.com',
      '554 Email rejected due to security policies',
    ],
  },
];
