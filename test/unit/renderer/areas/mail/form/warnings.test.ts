import { describe, expect, it } from 'vitest';
import type { MailForm } from '../../../../../../renderer/areas/mail/form/mailForm.ts';
import { toForm } from '../../../../../../renderer/areas/mail/form/toForm.ts';
import {
  endingPassword,
  secretInClear,
  senderDiffers,
} from '../../../../../../renderer/areas/mail/form/warnings.ts';
import { inForce, mailboxAt } from './passwordForms.ts';
import { relayView } from './relayView.ts';

const signingIn = (userName: string, change: Partial<MailForm> = {}): MailForm => {
  const form = toForm(relayView);
  const account = { source: 'value' as const, value: userName, name: '' };
  return {
    ...form,
    authentication: { ...form.authentication, mode: 'password', userName: account },
    ...change,
  };
};

describe('warnings', () => {
  it('say when the sender is not the account (M10)', () => {
    expect(senderDiffers(signingIn('other@corp.example'))).toBe(true);
    expect(senderDiffers(signingIn('Console@CORP.example'))).toBe(false);
  });

  it('do not judge a relay without sign-in, nor an account that is no address', () => {
    expect(senderDiffers(toForm(relayView))).toBe(false);
    expect(senderDiffers(signingIn('CORP\\console'))).toBe(false);
  });

  it.each([
    ['smtp.office365.com', 'exchangeOnlineBasicSmtp'],
    [' SMTP-mail.outlook.com', 'outlookComBasic'],
    ['smtp-hve.office365.com', 'highVolumeEmailBasic'],
    ['smtp.gmail.com', 'googleLessSecureApps'],
    ['mail.corp.example', null],
  ])('say what ends of passwords while a server is typed: %s', (host, code) => {
    const form = signingIn('a', { host });
    expect(endingPassword(form, 'authentication')).toBe(code);
    const byNtlm = { ...form.authentication, mode: 'ntlm' as const };
    expect(endingPassword({ ...form, authentication: byNtlm }, 'authentication')).toBeNull();
    const authentication = { ...form.authentication, mode: 'microsoft' as const };
    expect(endingPassword({ ...form, authentication }, 'authentication')).toBeNull();
    expect(endingPassword({ ...form, kind: 'exchange' }, 'authentication')).toBeNull();
  });

  it('say what ends of passwords of a mailbox, while it is looked into', () => {
    const form = inForce({ arrival: mailboxAt(' Outlook.office365.com') });
    expect(endingPassword(form, 'arrival.authentication')).toBe('exchangeOnlineBasicMailbox');
    const off = { ...form.arrival, protocol: 'none' as const };
    expect(endingPassword({ ...form, arrival: off }, 'arrival.authentication')).toBeNull();
    const elsewhere = inForce({ arrival: mailboxAt('imap.corp.example') });
    expect(endingPassword(elsewhere, 'arrival.authentication')).toBeNull();
  });

  it('say when the password would travel unencrypted', () => {
    expect(secretInClear(signingIn('a', { encryption: 'none' }))).toBe('surely');
    expect(secretInClear(signingIn('a', { encryption: 'starttlsIfOffered' }))).toBe('perhaps');
    expect(secretInClear(signingIn('a'))).toBeNull();
    expect(secretInClear({ ...toForm(relayView), encryption: 'none' })).toBeNull();
  });
});
