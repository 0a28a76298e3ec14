import { describe, expect, it } from 'vitest';
import { mailboxPort, portAfter, relayPort } from '../../../../../../renderer/areas/mail/form/portRule.ts';
import { toForm } from '../../../../../../renderer/areas/mail/form/toForm.ts';
import { relayView } from './relayView.ts';

describe('the port (M05, M07)', () => {
  it('follows the encryption until a person has set it', () => {
    expect(portAfter({ port: '587', portIsOwn: false }, relayPort('tls'))).toBe('465');
    expect(portAfter({ port: '2525', portIsOwn: true }, relayPort('tls'))).toBe('2525');
  });

  it('counts as set by a person when it was stored with another encryption', () => {
    expect(toForm(relayView).portIsOwn).toBe(false);
    expect(toForm({ ...relayView, port: 2525 }).portIsOwn).toBe(true);
  });

  it('of a mailbox follows protocol and encryption', () => {
    expect(mailboxPort({ protocol: 'imap', encryption: 'tls' })).toBe('993');
    expect(mailboxPort({ protocol: 'pop3', encryption: 'starttls' })).toBe('110');
  });
});
