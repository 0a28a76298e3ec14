import { describe, expect, it } from 'vitest';
import { impossible } from '../../../../../../renderer/areas/mail/form/impossible.ts';
import { newMailForm } from '../../../../../../renderer/areas/mail/form/mailForm.ts';
import { otherHost, secretInClear } from '../../../../../../renderer/areas/mail/form/warnings.ts';
import { movedForm } from './movedForm.ts';
import { inForce, mailboxAt, ropc, typed } from './passwordForms.ts';

const { client } = newMailForm.authentication;

describe('a move to Graph', () => {
  it('takes over name, sender, recipient and mailbox, and the application signs in by itself', () => {
    const form = inForce();
    const { name, from, testRecipient } = form;
    const moved = movedForm(form, 'exchangeOnlineBasicSmtp', 'graph');
    expect(moved).toMatchObject({ kind: 'microsoft365', name, from, testRecipient });
    expect(moved.authentication.userName).toEqual(typed('relay@corp.example'));
    expect(moved.authentication.client.grant.flow).toBe('clientCredentials');
    expect(impossible(moved)).toEqual([]);
  });

  it('keeps what SMTP needed in its fields', () => {
    const form = inForce({ host: 'smtp.office365.com', port: '2525', portIsOwn: true });
    const moved = movedForm(form, 'exchangeOnlineBasicSmtp', 'graph');
    expect(moved).toMatchObject({ host: form.host, port: form.port, portIsOwn: true });
    expect(moved.authentication.password).toEqual(form.authentication.password);
  });

  it('no longer trusts only the certificate of another server', () => {
    const moved = movedForm(
      inForce({ trust: { mode: 'certificate', pem: 'PEM' } }),
      'exchangeOnlineBasicSmtp',
      'graph',
    );
    expect(moved.trust).toEqual({ mode: 'system', pem: 'PEM' });
  });

  it('keeps the application, flow and cloud that EWS has', () => {
    const place = { ...client.place, cloud: 'usGccHigh' as const, tenantId: typed('corp.example') };
    const grant = { ...client.grant, flow: 'deviceCode' as const };
    const own = { ...client, place, grant, clientId: typed('app-1') };
    const form = inForce({ kind: 'exchange', url: 'https://outlook.office365.com/EWS/Exchange.asmx' });
    const moved = movedForm(
      { ...form, authentication: { ...form.authentication, mode: 'microsoft', client: own } },
      'exchangeOnlineEws',
      'graph',
    );
    expect(moved.authentication.client).toEqual(own);
  });
});

describe('a move of EWS that gives a password away for its token', () => {
  it('does so no more: the next way would be to leave that', () => {
    const authentication = { ...newMailForm.authentication, mode: 'microsoft' as const, client: ropc };
    const ews = inForce({
      kind: 'exchange',
      url: 'https://outlook.office365.com/EWS/Exchange.asmx',
      authentication,
    });
    const moved = movedForm(ews, 'exchangeOnlineEws', 'graph');
    expect(moved.authentication.client).toMatchObject({
      clientId: typed('app-1'),
      proof: { kind: 'secret' },
      grant: { flow: 'clientCredentials' },
    });
  });
});

describe('a move to a token for SMTP', () => {
  it('stays at its server, whose cloud it takes', () => {
    const moved = movedForm(
      inForce({ host: 'smtp.office365.us' }),
      'exchangeOnlineBasicSmtp',
      'exchangeOnline',
    );
    expect(moved).toMatchObject({ kind: 'smtp', host: 'smtp.office365.us' });
    expect(moved.authentication).toMatchObject({
      mode: 'microsoft',
      client: { place: { cloud: 'usGccHigh' } },
    });
    expect(otherHost(moved)).toBeNull();
  });

  it.each(['smtp-dod.office365.us', 'smtp.office365.us'])('takes the cloud of %s', (host) => {
    const moved = movedForm(inForce({ host }), 'exchangeOnlineBasicSmtp', 'exchangeOnline');
    expect(moved.authentication.client.place.cloud).toBe('usGccHigh');
  });

  it.each(['relay', 'svc@corp.example\\shared'])(
    'names the mailbox by an address where %s signed in',
    (name) => {
      const authentication = { ...newMailForm.authentication, userName: typed(name) };
      const moved = movedForm(inForce({ authentication }), 'exchangeOnlineBasicSmtp', 'exchangeOnline');
      expect(moved.authentication.userName).toEqual(typed('console@corp.example'));
    },
  );

  it('leaves a mailbox that comes from a variable where it is', () => {
    const userName = { source: 'environment' as const, value: '', name: 'RELAY_USER' };
    const authentication = { ...newMailForm.authentication, userName };
    expect(
      movedForm(inForce({ authentication }), 'exchangeOnlineBasicSmtp', 'graph').authentication.userName,
    ).toEqual(userName);
  });

  it.each([
    ['exchangeOnline', 'exchangeOnlineBasicSmtp', 'smtp.office365.com'],
    ['highVolumeEmail', 'highVolumeEmailBasic', 'smtp-hve.office365.com'],
    ['outlookCom', 'outlookComBasic', 'smtp-mail.outlook.com'],
    ['google', 'googleLessSecureApps', 'smtp.gmail.com'],
  ] as const)('of %s sends none unencrypted', (move, ending, host) => {
    const moved = movedForm(inForce({ host, encryption: 'starttlsIfOffered', port: '25' }), ending, move);
    expect(secretInClear(moved)).toBeNull();
    expect(moved.port).toBe('587');
  });

  it('has a person sign in at Google, with the secret of the client', () => {
    const { authentication } = movedForm(
      inForce({ host: 'smtp.gmail.com' }),
      'googleLessSecureApps',
      'google',
    );
    expect(authentication).toMatchObject({
      mode: 'google',
      client: { grant: { flow: 'authorizationCode' }, proof: { kind: 'secret' } },
    });
  });

  it('has a private person sign in at Outlook.com, at the server and port that take tokens', () => {
    const old = { host: 'smtp.live.com', encryption: 'tls', port: '465', portIsOwn: true } as const;
    const moved = movedForm(inForce(old), 'outlookComBasic', 'outlookCom');
    expect(moved).toMatchObject({ host: 'smtp-mail.outlook.com', encryption: 'starttls', port: '587' });
    expect(moved.authentication.client).toMatchObject({
      place: { tenantId: { value: 'consumers' } },
      proof: { kind: 'none' },
      grant: { flow: 'authorizationCode' },
    });
    expect(otherHost(moved)).toBeNull();
    expect(impossible(moved)).toEqual([]);
  });
});

describe('a move away from ROPC', () => {
  const own = inForce({
    authentication: { ...newMailForm.authentication, mode: 'microsoft', client: ropc },
  });

  it('keeps the application, which proves who it is when it signs in by itself', () => {
    const moved = movedForm(own, 'ropc', 'application').authentication.client;
    expect(moved).toEqual({
      ...ropc,
      proof: { ...ropc.proof, kind: 'secret' },
      grant: { ...ropc.grant, flow: 'clientCredentials' },
    });
  });

  it('keeps a public client for a person', () => {
    const moved = movedForm(own, 'ropc', 'person').authentication.client;
    expect(moved.proof.kind).toBe('none');
    expect(moved.grant.flow).toBe('authorizationCode');
    expect(moved.grant.loginHint).toBe('relay@corp.example');
  });

  it('changes the sign-in of the delivery check where only that one gives a password away', () => {
    const arrival = mailboxAt('imap.corp.example', { authentication: own.authentication });
    const form = inForce({ arrival });
    const moved = movedForm(form, 'ropc', 'person');
    expect(moved.authentication).toEqual(form.authentication);
    expect(moved.arrival.authentication.client.grant.flow).toBe('authorizationCode');
  });
});
