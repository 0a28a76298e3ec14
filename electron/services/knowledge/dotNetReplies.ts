/** What System.Net.Mail.SmtpException writes in place of a reply code (SmtpStatusCode), before the server's words. */
export const dotNetReplies: Readonly<Record<string, number>> = {
  'Service not available, closing transmission channel': 421,
  'Mailbox unavailable': 550,
  'Error in processing': 451,
  'Insufficient system storage': 452,
  'Client does not have permission to submit mail to this server': 454,
  'Syntax error, command unrecognized': 500,
  'Syntax error in command or arguments': 501,
  'Command not implemented': 502,
  'Bad sequence of commands': 503,
  'Command parameter not implemented': 504,
  'The SMTP server requires a secure connection or the client was not authenticated': 530,
  'User not local; please try a different path': 551,
  'Exceeded storage allocation': 552,
  'Mailbox name not allowed': 553,
  'Transaction failed': 554,
};
