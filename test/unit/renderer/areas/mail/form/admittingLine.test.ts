import { describe, expect, it } from 'vitest';
import { admittingLine } from '../../../../../../renderer/areas/mail/form/admittingLine.ts';
import { type MailForm, newMailForm } from '../../../../../../renderer/areas/mail/form/mailForm.ts';

const typed = (value: string) => ({ source: 'value' as const, value, name: '' });

const formOf = (userName: MailForm['authentication']['userName'], clientId = ''): MailForm => {
  const { authentication } = newMailForm;
  const client = { ...authentication.client, clientId: typed(clientId) };
  return { ...newMailForm, authentication: { ...authentication, userName, client } };
};
const lineOf = (form: MailForm): string => admittingLine(form, 'authentication');

describe('the line that lets an application into a mailbox', () => {
  it('names the mailbox and the application that the form has', () => {
    const line = lineOf(formOf(typed(' relay@corp.example '), 'app-1'));
    expect(line).toContain('Add-MailboxPermission relay@corp.example -User OBJECT-ID');
    expect(line).toContain('-Trustee OBJECT-ID');
    expect(line).toContain('-AppId app-1 -ObjectId OBJECT-ID');
  });

  it.each([
    ['is empty', typed('')],
    ['means something to PowerShell', typed('relay@corp.example; Remove-Mailbox')],
    ['begins a parameter', typed('-relay@corp.example')],
    ['is in a variable', { source: 'environment' as const, value: '', name: 'RELAY_USER' }],
  ])('has a word in place of what %s', (_, userName) => {
    expect(lineOf(formOf(userName))).toContain('Add-MailboxPermission ADDRESS -User OBJECT-ID');
    expect(lineOf(formOf(typed('relay@corp.example'), userName.value))).toContain('-AppId CLIENT-ID');
  });

  it('names the mailbox that is looked into, and does not let send as it, where that sign-in is meant', () => {
    const form = formOf(typed('relay@corp.example'));
    const authentication = { ...form.arrival.authentication, userName: typed('box@corp.example') };
    const line = admittingLine(
      { ...form, arrival: { ...form.arrival, authentication } },
      'arrival.authentication',
    );
    expect(line).toContain('Add-MailboxPermission box@corp.example');
    expect(line).not.toContain('SendAs');
  });
});
