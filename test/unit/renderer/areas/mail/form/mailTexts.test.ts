import { describe, expect, it } from 'vitest';
import { profileKinds } from '../../../../../../electron/contract/mail/profile.ts';
import { helpKey } from '../../../../../../renderer/areas/mail/form/mailTexts.ts';

describe('the sentence under the recipient of the test message', () => {
  it('tells of the delivery check where there is one', () => {
    expect(helpKey('testRecipient', { kind: 'smtp' })).toBe('fields.testRecipient.help');
  });

  it.each(profileKinds.filter((kind) => kind !== 'smtp'))('tells nothing of it for %s', (kind) => {
    expect(helpKey('testRecipient', { kind })).toBe('labels.testRecipientHelp');
  });
});
