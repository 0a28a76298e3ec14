import { describe, expect, it } from 'vitest';
import type { Cloud } from '../../../../../../electron/contract/oauth/oauthClient.ts';
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
  const google = (form: Partial<MailForm> = {}) => signingIn({ mode: 'google' }, form);
  const inCloud = (cloud: Cloud, form: Partial<MailForm>) => {
    const { client } = newMailForm.authentication;
    return signingIn({ mode: 'microsoft', client: { ...client, place: { ...client.place, cloud } } }, form);
  };

  it('fills in what is empty, and leaves what was typed', () => {
    expect(serverAfter(microsoft(), own)).toBe('smtp.office365.com');
    for (const host of ['mail.corp.example', 'corp.mail.protection.outlook.com', 'smtp-relay.gmail.com']) {
      expect(serverAfter(microsoft({ host }), own)).toBe(host);
      expect(serverAfter(google({ host }), own)).toBe(host);
    }
  });

  it('takes the place of another provider’s own one, whatever was chosen before', () => {
    expect(serverAfter(google({ host: 'smtp.office365.com' }), own)).toBe('smtp.gmail.com');
    expect(serverAfter(google({ host: ' SMTP.Office365.com. ' }), own)).toBe('smtp.gmail.com');
    expect(serverAfter(google({ host: 'smtp-mail.outlook.com' }), own)).toBe('smtp.gmail.com');
    expect(serverAfter(microsoft({ host: 'smtp.gmail.com' }), own)).toBe('smtp.office365.com');
  });

  it('is that of the cloud, and stays at Outlook.com', () => {
    expect(serverAfter(inCloud('usGccHigh', { host: 'smtp.office365.com' }), own)).toBe('smtp.office365.us');
    expect(serverAfter(microsoft({ host: 'smtp-mail.outlook.com' }), own)).toBe('smtp-mail.outlook.com');
    const url = 'https://outlook.office365.com/EWS/Exchange.asmx';
    expect(serverAfter(inCloud('usGccHigh', { kind: 'exchange', url }), own)).toBe(
      'https://outlook.office365.us/EWS/Exchange.asmx',
    );
  });

  it('stays when there is none to offer', () => {
    const form = signingIn({ mode: 'openid' }, { host: 'smtp.gmail.com' });
    expect(serverAfter(form, own)).toBe('smtp.gmail.com');
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
