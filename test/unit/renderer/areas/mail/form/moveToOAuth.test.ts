import { describe, expect, it } from 'vitest';
import { impossible } from '../../../../../../renderer/areas/mail/form/impossible.ts';
import { newMailForm } from '../../../../../../renderer/areas/mail/form/mailForm.ts';
import { moveToOAuth } from '../../../../../../renderer/areas/mail/form/moveToOAuth.ts';
import { otherHost, secretInClear } from '../../../../../../renderer/areas/mail/form/warnings.ts';
import { inForce, mailboxAt, ropc, typed } from './passwordForms.ts';

const { client } = newMailForm.authentication;

describe('a move to Graph', () => {
  it('takes over name, sender, recipient and mailbox, and the application signs in by itself', () => {
    const form = inForce();
    const { name, from, testRecipient } = form;
    const moved = moveToOAuth(form, 'exchangeOnlineBasicSmtp', 'graph');
    expect(moved).toMatchObject({ kind: 'microsoft365', name, from, testRecipient });
    expect(moved.authentication.userName).toEqual(typed('relay@corp.example'));
    expect(moved.authentication.client.grant.flow).toBe('clientCredentials');
    expect(impossible(moved).filter(({ code }) => code !== 'required')).toEqual([]);
  });

  it('keeps what SMTP needed in its fields', () => {
    const form = inForce({ host: 'smtp.office365.com', port: '2525', portIsOwn: true });
    const moved = moveToOAuth(form, 'exchangeOnlineBasicSmtp', 'graph');
    expect(moved).toMatchObject({ host: form.host, port: form.port, portIsOwn: true });
    expect(moved.authentication.password).toEqual(form.authentication.password);
  });

  it('no longer trusts only the certificate of another server', () => {
    const moved = moveToOAuth(
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
    const moved = moveToOAuth(
      { ...form, authentication: { ...form.authentication, mode: 'microsoft', client: own } },
      'exchangeOnlineEws',
      'graph',
    );
    expect(moved.authentication.client).toEqual(own);
  });
});

describe('a move to a token for SMTP', () => {
  it('stays at its server, whose cloud it takes', () => {
    const moved = moveToOAuth(
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

  it('names the mailbox by an address where something else signed in', () => {
    const authentication = { ...newMailForm.authentication, userName: typed('relay') };
    const moved = moveToOAuth(inForce({ authentication }), 'exchangeOnlineBasicSmtp', 'exchangeOnline');
    expect(moved.authentication.userName).toEqual(typed('console@corp.example'));
  });

  it('leaves a mailbox that comes from a variable where it is', () => {
    const userName = { source: 'environment' as const, value: '', name: 'RELAY_USER' };
    const authentication = { ...newMailForm.authentication, userName };
    expect(
      moveToOAuth(inForce({ authentication }), 'exchangeOnlineBasicSmtp', 'graph').authentication.userName,
    ).toEqual(userName);
  });

  it.each([
    ['exchangeOnline', 'exchangeOnlineBasicSmtp', 'smtp.office365.com'],
    ['highVolumeEmail', 'highVolumeEmailBasic', 'smtp-hve.office365.com'],
    ['outlookCom', 'outlookComBasic', 'smtp-mail.outlook.com'],
    ['google', 'googleLessSecureApps', 'smtp.gmail.com'],
  ] as const)('of %s sends none unencrypted', (move, ending, host) => {
    const moved = moveToOAuth(inForce({ host, encryption: 'starttlsIfOffered', port: '25' }), ending, move);
    expect(secretInClear(moved)).toBeNull();
    expect(moved.port).toBe('587');
  });

  it('has a person sign in at Google, with the secret of the client', () => {
    const { authentication } = moveToOAuth(
      inForce({ host: 'smtp.gmail.com' }),
      'googleLessSecureApps',
      'google',
    );
    expect(authentication).toMatchObject({
      mode: 'google',
      client: { grant: { flow: 'authorizationCode' }, proof: { kind: 'secret' } },
    });
  });

  it('has a private person sign in at Outlook.com, at the server that takes tokens', () => {
    const moved = moveToOAuth(inForce({ host: 'smtp.live.com' }), 'outlookComBasic', 'outlookCom');
    expect(moved.authentication.client).toMatchObject({
      place: { tenantId: { value: 'consumers' } },
      proof: { kind: 'none' },
      grant: { flow: 'authorizationCode' },
    });
    expect(otherHost(moved)).toBeNull();
    expect(impossible(moved).filter(({ code }) => code !== 'required')).toEqual([]);
  });
});

describe('a move away from ROPC', () => {
  const own = inForce({
    authentication: { ...newMailForm.authentication, mode: 'microsoft', client: ropc },
  });

  it('keeps the application, which proves who it is when it signs in by itself', () => {
    const moved = moveToOAuth(own, 'ropc', 'application').authentication.client;
    expect(moved).toEqual({
      ...ropc,
      proof: { ...ropc.proof, kind: 'secret' },
      grant: { ...ropc.grant, flow: 'clientCredentials' },
    });
  });

  it('keeps a public client for a person', () => {
    const moved = moveToOAuth(own, 'ropc', 'person').authentication.client;
    expect(moved.proof.kind).toBe('none');
    expect(moved.grant.flow).toBe('authorizationCode');
  });

  it('changes the sign-in of the delivery check where only that one gives a password away', () => {
    const arrival = mailboxAt('imap.corp.example', { authentication: own.authentication });
    const form = inForce({ arrival });
    const moved = moveToOAuth(form, 'ropc', 'person');
    expect(moved.authentication).toEqual(form.authentication);
    expect(moved.arrival.authentication.client.grant.flow).toBe('authorizationCode');
  });
});
