import { describe, expect, it } from 'vitest';
import { impossible } from '../../../../../../renderer/areas/mail/form/impossible.ts';
import { newMailForm } from '../../../../../../renderer/areas/mail/form/mailForm.ts';
import { neededPermission } from '../../../../../../renderer/areas/mail/form/neededPermission.ts';
import { movedForm } from './movedForm.ts';
import { inForce, mailboxAt, typed } from './passwordForms.ts';

const relay = 'mail.corp.example';
const { client } = newMailForm.authentication;

/** Sends with tokens of an application that is known. */
const sendingBy = (mode: 'microsoft' | 'google', change: Partial<typeof client> = {}) => ({
  ...newMailForm.authentication,
  mode,
  userName: typed('relay@corp.example'),
  client: {
    ...client,
    place: { ...client.place, tenantId: typed('corp.example') },
    clientId: typed('app-1'),
    ...change,
  },
});

describe('a move of the mailbox alone (N12)', () => {
  it('leaves sending, and the server of the mailbox, as they are', () => {
    const form = inForce({ host: relay, arrival: mailboxAt('outlook.office365.us', { port: '1993' }) });
    const moved = movedForm(form, 'exchangeOnlineBasicMailbox', 'exchangeOnlineMailbox');
    const { authentication } = moved.arrival;
    expect(moved).toEqual({ ...form, arrival: { ...form.arrival, authentication } });
    expect(authentication).toMatchObject({
      mode: 'microsoft',
      userName: typed('anna@corp.example'),
      client: { place: { cloud: 'usGccHigh' }, grant: { flow: 'clientCredentials' } },
    });
    expect(impossible(moved)).toEqual([]);
  });

  it.each([
    ['imap', 'IMAP.AccessAsApp'],
    ['pop3', 'POP.AccessAsApp'],
  ] as const)('asks what its protocol takes: %s', (protocol, permission) => {
    const form = inForce({ host: relay, arrival: mailboxAt('outlook.office365.com', { protocol }) });
    const moved = movedForm(form, 'exchangeOnlineBasicMailbox', 'exchangeOnlineMailbox');
    expect(neededPermission(moved, 'arrival.authentication')).toMatchObject({
      kind: 'application',
      permission,
    });
  });

  it('names the mailbox that the message arrives in where something else signed in', () => {
    const signIn = { ...newMailForm.authentication, userName: typed('CORP\\anna') };
    const arrival = mailboxAt('imap.gmail.com', { authentication: signIn });
    const mailboxOf = (change: Parameters<typeof inForce>[0]) =>
      movedForm(inForce({ host: relay, arrival, ...change }), 'googleLessSecureApps', 'google').arrival
        .authentication.userName;
    expect(mailboxOf({})).toEqual(typed('anna@corp.example'));
    expect(mailboxOf({ testRecipient: '' })).toEqual(typed('console@corp.example'));
  });

  it('has a private person sign in at the server that takes tokens, whatever certificate was trusted before', () => {
    const trust = { mode: 'certificate' as const, pem: 'PEM' };
    const old = { protocol: 'pop3', port: '1995', portIsOwn: true, trust } as const;
    const form = inForce({ host: relay, arrival: mailboxAt('pop3.live.com', old) });
    const moved = movedForm(form, 'outlookComBasic', 'outlookCom');
    expect(moved.arrival).toMatchObject({
      ...{ host: 'outlook.office365.com', port: '995', encryption: 'tls' },
      trust: { mode: 'system' },
      authentication: { mode: 'microsoft', client: { place: { tenantId: { value: 'consumers' } } } },
    });
    expect(impossible(moved)).toEqual([]);
  });
});

describe('the application of a mailbox that moves', () => {
  const mailbox = mailboxAt('outlook.office365.com');
  const clientAfter = (form: ReturnType<typeof inForce>) =>
    movedForm(form, 'exchangeOnlineBasicMailbox', 'exchangeOnlineMailbox').arrival.authentication.client;

  it('is the one that the profile sends with, whose secret is typed again', () => {
    const secret = { action: 'keep' as const, value: '' };
    const stored = { ...client.proof.secret, storedIn: 'vault' as const, secret };
    const proof = { ...client.proof, secret: stored };
    const grant = { ...client.grant, flow: 'authorizationCode' as const };
    const authentication = sendingBy('microsoft', { proof, grant });
    const taken = clientAfter(inForce({ authentication, arrival: mailbox }));
    expect(taken).toEqual({ ...authentication.client, proof: client.proof });
  });

  it('comes with the variable that its secret is in', () => {
    const secret = { ...client.proof.secret, source: 'environment' as const, name: 'APP_SECRET' };
    const authentication = sendingBy('microsoft', { proof: { ...client.proof, secret } });
    expect(clientAfter(inForce({ authentication, arrival: mailbox })).proof.secret).toEqual(secret);
  });

  it.each([
    ['of another provider', sendingBy('google')],
    [
      'of private people',
      sendingBy('microsoft', { place: { ...client.place, tenantId: typed('consumers') } }),
    ],
    ['that gives a password away', sendingBy('microsoft', { grant: { ...client.grant, flow: 'ropc' } })],
    ['without a name', sendingBy('microsoft', { clientId: typed(' ') })],
  ])('is none %s', (_, authentication) => {
    const taken = clientAfter(inForce({ authentication, arrival: mailbox }));
    expect(taken).toMatchObject({ clientId: typed(''), grant: { flow: 'clientCredentials' } });
  });

  it('is none of another cloud', () => {
    const form = inForce({
      authentication: sendingBy('microsoft'),
      arrival: mailboxAt('outlook.office365.us'),
    });
    expect(clientAfter(form)).toMatchObject({ clientId: typed(''), place: { cloud: 'usGccHigh' } });
  });

  it('signs the same account in for the same mailbox only', () => {
    const grant = { ...client.grant, flow: 'authorizationCode' as const, loginHint: 'svc@corp.example' };
    const authentication = sendingBy('microsoft', { grant });
    const hintFor = (address: string) => {
      const signIn = { ...newMailForm.authentication, userName: typed(address) };
      return clientAfter(inForce({ authentication, arrival: { ...mailbox, authentication: signIn } })).grant
        .loginHint;
    };
    expect(hintFor('Relay@corp.example')).toBe('svc@corp.example');
    expect(hintFor('anna@corp.example')).toBe('');
  });

  it('is the one of Google, too', () => {
    const authentication = sendingBy('google');
    const form = inForce({ host: 'smtp.gmail.com', authentication, arrival: mailboxAt('imap.gmail.com') });
    const moved = movedForm(form, 'googleLessSecureApps', 'google');
    expect(moved.authentication).toEqual(authentication);
    expect(moved.arrival.authentication.client.clientId).toEqual(typed('app-1'));
  });
});

describe('a move of sending and mailbox', () => {
  it('presets both for one sign-in', () => {
    const form = inForce({ host: 'smtp.gmail.com', arrival: mailboxAt('imap.gmail.com') });
    const { authentication, arrival } = movedForm(form, 'googleLessSecureApps', 'google');
    expect([authentication.mode, arrival.authentication.mode]).toEqual(['google', 'google']);
    expect(arrival.authentication.client).toEqual(authentication.client);
  });
});
