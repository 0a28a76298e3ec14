import { describe, expect, it } from 'vitest';
import { emptySecret } from '../../../../../../renderer/controls/secretForm.ts';
import { arrivalAfter } from '../../../../../../renderer/areas/mail/form/arrivalOffer.ts';
import { type MailForm, newMailForm } from '../../../../../../renderer/areas/mail/form/mailForm.ts';

const alice = { source: 'value', value: 'alice', name: '' } as const;
const bob = { source: 'value', value: 'bob', name: '' } as const;
const asBob = { ...newMailForm.arrival.authentication, userName: bob };
const ownAuthority = { mode: 'certificate', pem: 'PEM' } as const;

const relay: MailForm = {
  ...newMailForm,
  host: 'mail.corp.example',
  trust: ownAuthority,
  authentication: {
    ...newMailForm.authentication,
    userName: alice,
    password: { ...emptySecret, secret: { action: 'set', value: 'typed' } },
  },
};
const arrivalOf = (changes: Partial<MailForm['arrival']>) => ({ ...newMailForm.arrival, ...changes });

describe('arrivalAfter', () => {
  it('offers server, user name and trust of the relay when the check is switched on, and no password', () => {
    const form = { ...relay, arrival: arrivalOf({ protocol: 'imap' }) };
    expect(arrivalAfter(form, 'none')).toMatchObject({
      protocol: 'imap',
      host: 'mail.corp.example',
      port: '993',
      trust: ownAuthority,
      authentication: { userName: alice, password: emptySecret },
    });
  });

  it('offers no user name of a relay without sign-in', () => {
    const authentication = { ...relay.authentication, mode: 'none' } as const;
    const form = { ...relay, authentication, arrival: arrivalOf({ protocol: 'imap' }) };
    expect(arrivalAfter(form, 'none')).toMatchObject({
      host: 'mail.corp.example',
      authentication: { userName: { value: '' } },
    });
  });

  it.each([
    ['smtp.office365.com', 'imap', 'outlook.office365.com'],
    ['smtp.partner.outlook.cn', 'imap', 'partner.outlook.cn'],
    ['smtp.gmail.com', 'imap', 'imap.gmail.com'],
    ['smtp.gmail.com', 'pop3', 'pop.gmail.com'],
    ['smtp-mail.outlook.com', 'pop3', 'outlook.office365.com'],
  ] as const)('offers the mailbox server that a provider has besides %s: %s', (host, protocol, server) => {
    const form = { ...relay, host, arrival: arrivalOf({ protocol }) };
    expect(arrivalAfter(form, 'none').host).toBe(server);
  });

  it('follows the protocol as long as the offered server stands', () => {
    const form = { ...relay, host: 'smtp.gmail.com', arrival: arrivalOf({ protocol: 'pop3' }) };
    const after = (host: string) =>
      arrivalAfter({ ...form, arrival: { ...form.arrival, host } }, 'imap').host;
    expect(after('imap.gmail.com')).toBe('pop.gmail.com');
    expect(after('mail.corp.example')).toBe('mail.corp.example');
  });

  it('keeps a mailbox that is there already', () => {
    const form = {
      ...relay,
      arrival: arrivalOf({ protocol: 'imap', host: 'imap.corp.example', authentication: asBob }),
    };
    expect(arrivalAfter(form, 'none')).toEqual(form.arrival);
  });

  describe('when it was switched off for a while', () => {
    const form = { ...relay, host: 'smtp.gmail.com' };
    const typed = { host: 'imap.gmail.com', port: '993', authentication: asBob };
    const chosen = (arrival: MailForm['arrival'], protocol: 'imap' | 'none' | 'pop3') =>
      arrivalAfter({ ...form, arrival: { ...arrival, protocol } }, arrival.protocol);

    it('is as it was before', () => {
      const arrival = { ...arrivalOf({ protocol: 'imap' }), ...typed };
      const off = chosen(arrival, 'none');
      expect(off).toEqual({ ...arrival, protocol: 'none' });
      expect(chosen(off, 'imap')).toEqual(arrival);
    });

    it('follows to the server of another protocol', () => {
      const arrival = { ...arrivalOf({ protocol: 'imap' }), ...typed };
      const after = chosen(chosen(arrival, 'none'), 'pop3');
      expect(after).toMatchObject({ host: 'pop.gmail.com', port: '995', authentication: asBob });
    });

    it('keeps an account that was typed without a server', () => {
      const arrival = arrivalOf({ protocol: 'imap', authentication: asBob });
      expect(chosen(chosen(arrival, 'none'), 'imap').authentication).toEqual(asBob);
    });
  });

  it('lets only the port follow from one protocol to the other', () => {
    const form = { ...relay, arrival: arrivalOf({ protocol: 'pop3', authentication: asBob }) };
    expect(arrivalAfter(form, 'imap')).toEqual({ ...form.arrival, port: '995' });
  });
});
