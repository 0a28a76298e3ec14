import { describe, expect, it } from 'vitest';
import { addressOfHost } from '../../../../../../renderer/areas/mail/form/ewsAddress.ts';
import { type MailForm, newMailForm } from '../../../../../../renderer/areas/mail/form/mailForm.ts';
import {
  flowAfter,
  grantUserAfter,
  offeredServer,
  serverAfter,
} from '../../../../../../renderer/areas/mail/form/offeredServer.ts';
import type { SignInForm } from '../../../../../../renderer/areas/mail/form/signIn/signInForm.ts';

const own = 'authentication';
const mailbox = 'arrival.authentication';

const signingIn = (change: Partial<SignInForm>, form: Partial<MailForm> = {}): MailForm => ({
  ...newMailForm,
  ...form,
  authentication: { ...newMailForm.authentication, ...change },
});
const microsoft = (form: Partial<MailForm> = {}) => signingIn({ mode: 'microsoft' }, form);

describe('the server of a provider (A07)', () => {
  it('fills in what is empty, follows the provider, and leaves what was typed', () => {
    expect(serverAfter('', microsoft(), own)).toBe('smtp.office365.com');
    const wasMicrosoft = { host: 'smtp.office365.com' };
    expect(serverAfter('smtp.office365.com', signingIn({ mode: 'google' }, wasMicrosoft), own)).toBe(
      'smtp.gmail.com',
    );
    expect(serverAfter('', microsoft({ host: 'mail.corp.example' }), own)).toBe('mail.corp.example');
  });

  it('stays when there is none to offer', () => {
    const form = signingIn({ mode: 'openid' }, { host: 'smtp.gmail.com' });
    expect(serverAfter('smtp.gmail.com', form, own)).toBe('smtp.gmail.com');
  });

  it('is an address for Exchange, and a mailbox server for the delivery check', () => {
    expect(offeredServer(microsoft({ kind: 'exchange' }), own)).toBe(
      'https://outlook.office365.com/EWS/Exchange.asmx',
    );
    const arrival = {
      ...newMailForm.arrival,
      protocol: 'pop3' as const,
      authentication: { ...newMailForm.arrival.authentication, mode: 'google' as const },
    };
    expect(offeredServer({ ...newMailForm, arrival }, mailbox)).toBe('pop.gmail.com');
  });
});

describe('the flow after a provider was chosen', () => {
  it('is the usual one until an application was named', () => {
    expect(flowAfter(microsoft(), own)).toBe('clientCredentials');
    expect(flowAfter(signingIn({ mode: 'google' }), own)).toBe('authorizationCode');
    const { client } = newMailForm.authentication;
    const named = { ...client, clientId: { source: 'value', value: 'app', name: '' } as const };
    expect(flowAfter(signingIn({ mode: 'google', client: named }), own)).toBe('clientCredentials');
  });

  it('takes the mailbox for the account whose password is given away, to begin with', () => {
    const userName = { source: 'value', value: 'anna@corp.example', name: '' } as const;
    const { client } = newMailForm.authentication;
    const ropc = { ...client, grant: { ...client.grant, flow: 'ropc' as const } };
    expect(grantUserAfter(signingIn({ mode: 'microsoft', userName, client: ropc }), own)).toEqual(userName);
  });
});

describe('the address of EWS', () => {
  it.each([
    ['mail.corp.example', 'https://mail.corp.example/EWS/Exchange.asmx'],
    [' https://mail.corp.example:444/ ', 'https://mail.corp.example:444/EWS/Exchange.asmx'],
    ['https://mail.corp.example/other/ews.asmx', 'https://mail.corp.example/other/ews.asmx'],
    ['http://mail.corp.example', 'http://mail.corp.example'],
    ['', ''],
  ])('of %j is %j', (typed, address) => {
    expect(addressOfHost(typed)).toBe(address);
  });
});
