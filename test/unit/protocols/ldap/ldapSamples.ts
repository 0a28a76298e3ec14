import { foundMessage, resultMessage, disconnectionNotice } from '../../../lab/faults/directoryAnswer.ts';

/** An object with these values under the names. */
export const entryMessage = (messageId: number, number: number): Buffer =>
  foundMessage(messageId, {
    dn: `CN=User ${number},DC=corp,DC=example,DC=test`,
    attributes: {
      cn: [`User ${number}`],
      objectSid: [Buffer.from([1, 1, 0, 0, 0, 0, 0, 5, number % 256, 0, 0, 0])],
    },
  });

export const referenceMessage = (messageId: number): Buffer =>
  foundMessage(messageId, { urls: ['ldap://other.example.test/DC=other', 'ldaps://second.example.test'] });

export const doneMessage = (messageId: number, resultCode = 0): Buffer =>
  resultMessage(messageId, 'search', { resultCode });

/** One message of each kind, as servers send them. */
export const serverMessages: readonly Buffer[] = [
  entryMessage(1, 7),
  referenceMessage(1),
  doneMessage(1, 4),
  resultMessage(1, 'search', { cookie: Buffer.from('next') }),
  resultMessage(1, 'search', {
    resultCode: 10,
    referrals: ['ldap://a.test', 'ldap://b.test'],
    matchedDn: 'DC=test',
  }),
  resultMessage(1, 'bind', { resultCode: 14, serverToken: Buffer.from('00ff7f80', 'hex') }),
  resultMessage(1, 'extended', { value: Buffer.from('u:CORP\\alice') }),
  disconnectionNotice(52, 'shutting down'),
];
