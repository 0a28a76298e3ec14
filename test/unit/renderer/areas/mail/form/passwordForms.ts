import {
  type ArrivalForm,
  type MailForm,
  newMailForm,
} from '../../../../../../renderer/areas/mail/form/mailForm.ts';

export const typed = (value: string) => ({ source: 'value' as const, value, name: '' });

const withPassword = { ...newMailForm.authentication, userName: typed('relay@corp.example') };

/** A profile that sends with a password, at Exchange Online if nothing else is said. */
export const inForce = (change: Partial<MailForm> = {}): MailForm => ({
  ...newMailForm,
  name: 'Head office',
  from: { address: 'console@corp.example', displayName: 'Console' },
  testRecipient: 'anna@corp.example',
  host: 'smtp.office365.com',
  authentication: withPassword,
  ...change,
});

/** A mailbox that is looked into with a password. */
export const mailboxAt = (host: string, change: Partial<ArrivalForm> = {}): ArrivalForm => ({
  ...newMailForm.arrival,
  protocol: 'imap',
  host,
  authentication: { ...withPassword, userName: typed('anna@corp.example') },
  ...change,
});

const { client } = newMailForm.authentication;

/** An application that gives a password away. */
export const ropc = {
  ...client,
  clientId: typed('app-1'),
  proof: { ...client.proof, kind: 'none' as const },
  grant: { ...client.grant, flow: 'ropc' as const, userName: typed('relay@corp.example') },
};
