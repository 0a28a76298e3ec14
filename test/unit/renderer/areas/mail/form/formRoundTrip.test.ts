import { describe, expect, it } from 'vitest';
import type { ProfileView, SmtpView } from '../../../../../../electron/contract/mail/profile.ts';
import { fromForm } from '../../../../../../renderer/areas/mail/form/fromForm.ts';
import { type MailForm, newMailForm } from '../../../../../../renderer/areas/mail/form/mailForm.ts';
import { toForm } from '../../../../../../renderer/areas/mail/form/toForm.ts';
import { relayView } from './relayView.ts';

const keep = { source: 'vault', secret: { action: 'keep' } };

const withSignIn = (userName = 'anna'): SmtpView => ({
  ...relayView,
  authentication: {
    mode: 'password',
    mechanism: null,
    userName: { source: 'value', value: userName },
    password: { source: 'vault', stored: true },
  },
});

describe('toForm and fromForm', () => {
  it('give back what they were given', () => {
    expect(fromForm(toForm(relayView))).toEqual({ values: relayView, issues: [] });
  });

  it('keep how many connections there may be at once (U21)', () => {
    const view: SmtpView = { ...relayView, maxConnections: 3 };
    expect(fromForm(toForm(view)).values).toEqual(view);
  });

  it('keep a stored password without ever having it (M09)', () => {
    const form = toForm(withSignIn());
    expect(form.authentication.password).toMatchObject({ storedIn: 'vault', secret: { value: '' } });
    expect(fromForm(form).values).toMatchObject({ authentication: { password: keep } });
  });

  it('ask for a password that is not stored', () => {
    const view = withSignIn();
    const missing: ProfileView = {
      ...view,
      authentication: {
        mode: 'password',
        mechanism: null,
        userName: { source: 'value', value: 'anna' },
        password: { source: 'vault', stored: false },
      },
    };
    expect(fromForm(toForm(missing)).issues).toEqual([
      expect.objectContaining({ path: ['authentication', 'password', 'secret', 'value'], code: 'required' }),
    ]);
  });

  it('take user name and password from the environment (A11)', () => {
    const view: ProfileView = {
      ...relayView,
      authentication: {
        mode: 'password',
        mechanism: null,
        userName: { source: 'environment', name: 'RELAY_USER' },
        password: { source: 'environment', name: 'RELAY_PASSWORD' },
      },
    };
    expect(fromForm(toForm(view)).values).toEqual(view);
  });

  it('keep the mailbox in which the message is looked for (N03)', () => {
    const view: SmtpView = {
      ...relayView,
      arrival: {
        protocol: 'pop3',
        host: 'pop.corp.example',
        port: 995,
        encryption: 'tls',
        trust: { mode: 'certificate', pem: 'PEM' },
        userName: { source: 'value', value: 'anna' },
        password: { source: 'vault', stored: true },
      },
    };
    expect(fromForm(toForm(view)).values).toMatchObject({ arrival: { ...view.arrival, password: keep } });
  });

  it('send nothing of what the choices do not need', () => {
    const form: MailForm = {
      ...toForm(withSignIn()),
      kind: 'pickup',
      folder: 'C:\\inetpub\\mailroot\\Pickup',
    };
    expect(fromForm(form).values).toEqual({
      kind: 'pickup',
      name: relayView.name,
      from: relayView.from,
      testRecipient: null,
      folder: 'C:\\inetpub\\mailroot\\Pickup',
    });
  });
});

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
  ])('refuses %j', (change, issue) => {
    expect(issuesOf(change)).toContain(issue);
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
});
