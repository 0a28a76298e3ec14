import type { Rule } from './rule.ts';

/** Codes of Outlook and Windows Mail (IXP_E_*, imnxport.h) and of CDO for scripts and old programs (CDO_E_*). */
export const windowsMailRules: readonly Rule[] = [
  {
    code: 'hostNotFound',
    when: { systemCode: '0X800CCC0D' },
    examples: [
      "The host 'mail.exmaple.org' could not be found. Protocol: SMTP, Port: 25, Secure(SSL): No, Error Number: 0x800CCC0D",
    ],
  },
  {
    code: 'connectionFailed',
    when: { systemCode: ['0X800CCC0E', '0X80042109', '0X80040213'] },
    examples: [
      'The connection to the server has failed. Protocol: SMTP, Port: 25, Secure(SSL): No, Error Number: 0x800CCC0E',
      'CDO.Message.1 error 80040213: The transport failed to connect to the server. (0x80040213)',
    ],
  },
  {
    code: 'connectionClosedByServer',
    when: { systemCode: ['0X800CCC0F', '0X80040212'] },
    examples: [
      'Your server has unexpectedly terminated the connection. Protocol: SMTP, Error Number: 0x800CCC0F',
    ],
  },
  {
    code: 'replyTimedOut',
    when: { systemCode: ['0X800CCC19', '0X8004210A', '0X8004210B'] },
    examples: [
      'Sending reported error (0x8004210B): The operation timed out waiting for a response from the sending (SMTP/POP3/IMAP) server.',
    ],
  },
  {
    code: 'tlsHandshakeFailed',
    when: { systemCode: '0X800CCC1A' },
    examples: [
      'Sending reported error (0x800CCC1A): Your server does not support the connection encryption type you have specified.',
    ],
  },
  {
    code: 'wrongCredentials',
    when: { systemCode: ['0X800CCC92', '0X80040217'] },
    examples: [
      'Log onto incoming mail server failed: Error Number: 0x800CCC92',
      'The message could not be sent to the SMTP server. The transport error code was 0x80040217. The server response was not available',
    ],
  },
];
