import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromForm } from '../../../../../../renderer/areas/mail/form/fromForm.ts';
import { type MailForm, newMailForm } from '../../../../../../renderer/areas/mail/form/mailForm.ts';
import { toForm } from '../../../../../../renderer/areas/mail/form/toForm.ts';
import { anyProfile } from './anyProfile.ts';
import { relayView } from './relayView.ts';

describe('fromForm', () => {
  const issuesOf = (change: Partial<MailForm>) =>
    fromForm({ ...toForm(relayView), ...change }).issues.map(({ path, code }) => `${path.join('.')} ${code}`);

  it.each([
    [{ port: '' }, 'port required'],
    [{ port: 'smtp' }, 'port wrongType'],
    [{ port: '65536' }, 'port tooBig'],
    [{ port: '0' }, 'port tooSmall'],
    [{ host: 'mail server' }, 'host hostName'],
    [{ timeoutMs: '99' }, 'timeoutMs tooSmall'],
    [{ maxConnections: '0' }, 'maxConnections tooSmall'],
    [{ maxConnections: '101' }, 'maxConnections tooBig'],
    [{ maxConnections: 'one' }, 'maxConnections wrongType'],
    [{ clientName: 'not a name' }, 'clientName hostName'],
    [{ testRecipient: 'anna' }, 'testRecipient emailAddress'],
    [{ kind: 'exchange', url: 'http://mail.corp.example/EWS/Exchange.asmx' }, 'url exchangeUrl'],
  ] as const)('refuses %j', (change, issue) => {
    expect(issuesOf(change)).toContain(issue);
  });

  it('tells first what nobody sees', () => {
    expect(issuesOf({ host: 'mail\u200e.corp.example' })[0]).toBe('host hiddenCharacter');
    expect(issuesOf({ host: '\u200email.corp.example\u200b ' })).toEqual([]);
  });

  it('refuses an address that would add a header', () => {
    const from = { address: 'a@b.example\r\nBcc: c@d.example', displayName: '' };
    expect(issuesOf({ from })).toEqual(['from.address emailAddress']);
  });

  it('names every empty field of a new profile', () => {
    expect(fromForm(newMailForm).issues.map(({ path }) => path.join('.'))).toEqual(
      expect.arrayContaining(['name', 'host', 'from.address', 'authentication.userName.value']),
    );
  });

  it('reads whatever is typed, for every kind and every way to sign in', () => {
    const text = fc.string();
    fc.assert(
      fc.property(anyProfile, text, text, (view, one, other) => {
        const form = toForm(view);
        const read = fromForm({ ...form, host: one, url: other, port: one, timeoutMs: other, mailbox: one });
        expect(read.values === null).toBe(read.issues.length > 0);
      }),
    );
  });
});
