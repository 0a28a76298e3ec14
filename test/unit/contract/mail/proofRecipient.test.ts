import { describe, expect, it } from 'vitest';
import { proofRecipient } from '../../../../electron/contract/mail/proofRecipient.ts';

const sender = 'console@corp.example';
const anna = 'anna@corp.example';
const ops = 'ops@corp.example';

describe('proofRecipient', () => {
  it.each([
    ['who proves', null, false, anna, anna],
    ['the sender, where nobody proves by name', null, false, null, sender],
    ['the sender, whose mailbox is looked into', null, true, anna, sender],
    ['whom the profile names', ops, false, anna, ops],
    ['whom the profile names, whatever is looked into', ops, true, anna, ops],
  ])('is %s', (_, testRecipient, looksIntoMailbox, person, recipient) => {
    expect(proofRecipient({ testRecipient, sender, looksIntoMailbox }, person)).toBe(recipient);
  });
});
