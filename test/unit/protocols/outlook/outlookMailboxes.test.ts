import { describe, expect, it } from 'vitest';
import { chooseOutlookMailbox } from '../../../../electron/protocols/outlook/outlookMailboxes.ts';

const own = { id: '1', name: 'Anna', address: 'anna@corp.example', isDefault: true };
const mailbox = (id: string, name: string, address: string) => ({ id, name, address, isDefault: false });

describe('the mailbox that is chosen in Outlook', () => {
  it.each([
    ['its own one where none is named', null, [], '1'],
    ['that of the address', 'BUERO@corp.example', [mailbox('2', 'Büro', 'buero@corp.example')], '2'],
    ['that of the name', 'büro', [mailbox('2', 'Büro', 'buero@corp.example')], '2'],
    [
      'that of the address before one that is only called so',
      'bill@corp.example',
      [mailbox('2', 'bill@corp.example', 'other@corp.example'), mailbox('3', 'Bill', 'bill@corp.example')],
      '3',
    ],
  ])('is %s', (_, wanted, others, id) => {
    expect(chooseOutlookMailbox([own, ...others], wanted)).toMatchObject({ id });
  });

  it('is none where two have the wanted name', () => {
    const both = [mailbox('2', 'Info', 'a@corp.example'), mailbox('3', 'Info', 'b@corp.example')];
    expect(() => chooseOutlookMailbox([own, ...both], 'Info')).toThrow(
      expect.objectContaining({ fault: { code: 'mailboxMissing', mailboxes: expect.any(Array) as unknown } }),
    );
  });
});
