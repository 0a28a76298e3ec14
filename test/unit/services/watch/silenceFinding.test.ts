import { expect, it } from 'vitest';
import { ConnectionError } from '../../../../electron/protocols/net/connectionError.ts';
import { silenceFinding } from '../../../../electron/services/watch/silenceFinding.ts';

it.each([
  ['smtp', 'replyNotSmtp'],
  ['imap', 'mailboxReplyNotUnderstood'],
  ['pop3', 'mailboxReplyNotUnderstood'],
  ['ldap', 'ldapReplyNotUnderstood'],
  ['https', 'webAnswerUnreadable'],
] as const)('a server of %s that answers something else', (protocol, expected) => {
  expect(silenceFinding(new ConnectionError('EPROTO', 'what'), protocol)).toBe(expected);
});
