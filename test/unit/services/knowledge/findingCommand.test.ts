import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingCommand } from '../../../../electron/services/knowledge/findingCommand.ts';
import { type FindingCode, findingTable } from '../../../../electron/services/knowledge/findingTable.ts';
import { makeFinding } from '../../../../electron/services/knowledge/makeFinding.ts';

const codes = Object.keys(findingTable) as FindingCode[];

describe('the command of a finding', () => {
  it('names the particulars', () => {
    const parameters = { controller: 'dc1.corp.example.test', port: '636' };
    expect(makeFinding('controllerPortsClosed', parameters).command).toBe(
      'Test-NetConnection dc1.corp.example.test -Port 636',
    );
  });

  it('tries the first of several ports', () => {
    const parameters = { controller: 'dc1.corp.example.test', ports: '636, 3269' };
    expect(findingCommand('controllerPortsClosed', parameters)).toBe(
      'Test-NetConnection dc1.corp.example.test -Port 636',
    );
  });

  it('looks a user up by the short name or the UPN', () => {
    const of = (userName: string) => findingCommand('directoryAccountExpired', { userName });
    expect(of(String.raw`CORP\anna`)).toContain('(sAMAccountName=anna)');
    expect(of('anna@corp.example.test')).toContain(
      '(sAMAccountName=anna)(userPrincipalName=anna@corp.example.test)',
    );
  });

  it('has a word in place of what is not known', () => {
    expect(findingCommand('controllerPortsClosed', {})).toBe('Test-NetConnection CONTROLLER -Port PORT');
  });

  it('gives a mailbox to an application', () => {
    const parameters = { mailbox: 'app@example.test', clientId: '0b7d', objectId: '51aa' };
    expect(findingCommand('exchangeApplicationNotAdmitted', parameters)).toContain(
      'New-ServicePrincipal -AppId 0b7d -ObjectId 51aa; Add-MailboxPermission app@example.test -User 51aa',
    );
    expect(findingCommand('exchangeApplicationNotAdmitted', parameters)).toContain('SendAs');
  });

  it('lets an application look into a mailbox, and not send as it', () => {
    const parameters = { mailbox: 'app@example.test', clientId: '0b7d', objectId: '51aa' };
    const line = findingCommand('mailboxApplicationNotAdmitted', parameters);
    expect(line).toContain('Add-MailboxPermission app@example.test -User 51aa -AccessRights FullAccess');
    expect(line).not.toContain('SendAs');
  });

  it('looks a service principal up', () => {
    const of = (principal: string) => findingCommand('kerberosWrongPrincipal', { principal });
    expect(of('SMTPSVC/mail.corp.example.test')).toBe('setspn -Q SMTPSVC/mail.corp.example.test');
    expect(of('smtp/mail;whoami')).toBe('setspn -Q smtp/SERVER');
  });

  it('is left out where none helps', () => {
    expect(makeFinding('recipientUnknown', {})).not.toHaveProperty('command');
  });

  it('holds nothing of a value that means something to PowerShell or to a filter', () => {
    const dangerous = fc
      .tuple(fc.string(), fc.constantFrom(...'\'"`$;|&(){}<>*,\n\r\u2018\u2019\u201c\u201d '), fc.string())
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.constantFrom(...codes), dangerous, (code, value) => {
        const named = {
          domain: value,
          controller: value,
          port: value,
          trust: value,
          userName: value,
          server: value,
          mailbox: value,
          sender: value,
          clientId: value,
          objectId: value,
          principal: value,
        };
        return findingCommand(code, named) === findingCommand(code, {});
      }),
    );
  });

  it('takes no value for an option', () => {
    expect(findingCommand('controllerAddressMissing', { controller: '-Server' })).toBe(
      'Resolve-DnsName CONTROLLER',
    );
  });
});
