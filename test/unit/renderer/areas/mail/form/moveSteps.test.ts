import { describe, expect, it } from 'vitest';
import { newMailForm } from '../../../../../../renderer/areas/mail/form/mailForm.ts';
import {
  permitsOf,
  registrationOf,
  whoSignsIn,
} from '../../../../../../renderer/areas/mail/form/moveSteps.ts';
import { moveToOAuth } from '../../../../../../renderer/areas/mail/form/moveToOAuth.ts';
import { inForce, mailboxAt, typed } from './passwordForms.ts';

const both = ['authentication', 'arrival.authentication'] as const;
const mailboxOf = (address: string, host: string) =>
  mailboxAt(host, { authentication: { ...newMailForm.authentication, userName: typed(address) } });

const atMicrosoft = (address: string) =>
  moveToOAuth(
    inForce({ arrival: mailboxOf(address, 'outlook.office365.com') }),
    'exchangeOnlineBasicSmtp',
    'exchangeOnline',
  );
const atGoogle = (address: string) =>
  moveToOAuth(
    inForce({ host: 'smtp.gmail.com', arrival: mailboxOf(address, 'imap.gmail.com') }),
    'googleLessSecureApps',
    'google',
  );

describe('what a move asks of whoever administers the provider', () => {
  it('is one permission for each use, and one line for one mailbox', () => {
    const permits = permitsOf(atMicrosoft('relay@corp.example'), both);
    expect(permits.map(({ needed }) => needed.permission)).toEqual(['SMTP.SendAsApp', 'IMAP.AccessAsApp']);
    expect(permits[0]?.line).toContain('SendAs');
    expect(permits[1]?.line).toBeNull();
  });

  it('is another line for another mailbox, which is only looked into', () => {
    const line = permitsOf(atMicrosoft('box@corp.example'), both)[1]?.line;
    expect(line).toContain('Add-MailboxPermission box@corp.example');
    expect(line).not.toContain('SendAs');
  });

  it('is one permission where one stands for both', () => {
    expect(permitsOf(atGoogle('box@corp.example'), both)).toHaveLength(1);
  });

  it('is an application, unless there is one', () => {
    const { client } = newMailForm.authentication;
    expect(registrationOf('google', client)).toBe('google');
    expect(registrationOf('exchangeOnlineMailbox', client)).toBe('organization');
    expect(registrationOf('google', { ...client, clientId: typed('app-1') })).toBe('keep');
    const variable = { source: 'environment' as const, value: '', name: 'CLIENT' };
    expect(registrationOf('google', { ...client, clientId: variable })).toBe('keep');
  });
});

describe('who signs in where a move is proven', () => {
  it('is the application, the owner of one mailbox, or those of two', () => {
    expect(whoSignsIn(atMicrosoft('box@corp.example'), both)).toBe('application');
    expect(whoSignsIn(atGoogle('Relay@corp.example'), both)).toBe('person');
    expect(whoSignsIn(atGoogle('box@corp.example'), both)).toBe('people');
  });
});
