import { describe, expect, it } from 'vitest';
import { impossible } from '../../../../../../renderer/areas/mail/form/impossible.ts';
import { type MailForm, newMailForm } from '../../../../../../renderer/areas/mail/form/mailForm.ts';
import {
  firstToFill,
  goalOf,
  movedPlace,
  movesFor,
  movesFrom,
  moveToOAuth,
} from '../../../../../../renderer/areas/mail/form/moveToOAuth.ts';
import { otherHost, secretInClear } from '../../../../../../renderer/areas/mail/form/warnings.ts';

const typed = (value: string) => ({ source: 'value' as const, value, name: '' });

const inForce = (change: Partial<MailForm> = {}): MailForm => ({
  ...newMailForm,
  name: 'Head office',
  from: { address: 'console@corp.example', displayName: 'Console' },
  testRecipient: 'anna@corp.example',
  host: 'smtp.office365.com',
  authentication: { ...newMailForm.authentication, userName: typed('relay@corp.example') },
  ...change,
});

const { client } = newMailForm.authentication;
const ropc = {
  ...client,
  clientId: typed('app-1'),
  proof: { ...client.proof, kind: 'none' as const },
  grant: { ...client.grant, flow: 'ropc' as const, userName: typed('relay@corp.example') },
};

describe('where a profile can go that uses what ends (N12)', () => {
  it('is Graph before a token for SMTP in Exchange Online, and Graph alone for EWS', () => {
    expect(movesFrom('exchangeOnlineBasicSmtp')).toEqual(['graph', 'exchangeOnline']);
    expect(movesFrom('exchangeOnlineEws')).toEqual(['graph']);
  });

  it.each([
    ['exchangeOnlineBasicSmtp', 'oauth'],
    ['googleLessSecureApps', 'oauth'],
    ['exchangeOnlineEws', 'graph'],
    ['ropc', 'flow'],
  ] as const)('of %s is called after %s: who has OAuth already is not led to it', (ending, goal) => {
    expect(goalOf(movesFrom(ending))).toBe(goal);
  });

  it('is nowhere where the mailbox alone ends: a move would change how is sent', () => {
    const form = inForce({ host: 'smtp.gmail.com' });
    expect(movesFor(form, 'googleLessSecureApps')).toEqual(['google']);
    expect(movesFor(inForce({ host: 'mail.corp.example' }), 'googleLessSecureApps')).toEqual([]);
    const authentication = { ...form.authentication, mode: 'google' as const };
    expect(movesFor({ ...form, authentication }, 'googleLessSecureApps')).toEqual([]);
    expect(movesFor({ ...form, kind: 'exchange' }, 'exchangeOnlineEws')).toEqual(['graph']);
  });

  it('is nowhere for what OAuth does not help with', () => {
    expect(movesFrom('oldTls')).toEqual([]);
    expect(movesFrom('exchangeServer2016And2019')).toEqual([]);
  });
});

describe('a move to Graph', () => {
  it('takes over name, sender, recipient and mailbox, and the application signs in by itself', () => {
    const form = inForce();
    const { name, from, testRecipient } = form;
    const moved = moveToOAuth(form, 'graph');
    expect(moved).toMatchObject({ kind: 'microsoft365', name, from, testRecipient });
    expect(moved.authentication.userName).toEqual(typed('relay@corp.example'));
    expect(moved.authentication.client.grant.flow).toBe('clientCredentials');
    expect(impossible(moved).filter(({ code }) => code !== 'required')).toEqual([]);
  });

  it('keeps what SMTP needed in its fields', () => {
    const form = inForce({ host: 'smtp.office365.com', port: '2525', portIsOwn: true });
    const moved = moveToOAuth(form, 'graph');
    expect(moved).toMatchObject({ host: form.host, port: form.port, portIsOwn: true });
    expect(moved.authentication.password).toEqual(form.authentication.password);
  });

  it('no longer trusts only the certificate of another server', () => {
    const moved = moveToOAuth(inForce({ trust: { mode: 'certificate', pem: 'PEM' } }), 'graph');
    expect(moved.trust).toEqual({ mode: 'system', pem: 'PEM' });
  });

  it('keeps the application, flow and cloud that EWS has', () => {
    const place = { ...client.place, cloud: 'usGccHigh' as const, tenantId: typed('corp.example') };
    const grant = { ...client.grant, flow: 'deviceCode' as const };
    const own = { ...client, place, grant, clientId: typed('app-1') };
    const form = inForce({ kind: 'exchange', url: 'https://outlook.office365.com/EWS/Exchange.asmx' });
    const moved = moveToOAuth(
      { ...form, authentication: { ...form.authentication, mode: 'microsoft', client: own } },
      'graph',
    );
    expect(moved.authentication.client).toEqual(own);
  });
});

describe('the field that a move leads to', () => {
  it('is the first that has to be filled in', () => {
    const moved = moveToOAuth(inForce(), 'graph');
    expect(firstToFill(moved, 'authentication')).toBe('authentication.client.place.tenantId');
    const outlook = moveToOAuth(inForce({ host: 'smtp-mail.outlook.com' }), 'outlookCom');
    expect(firstToFill(outlook, 'authentication')).toBe('authentication.client.clientId');
    expect(firstToFill(moveToOAuth(inForce(), 'google'), 'authentication')).toBe(
      'authentication.client.clientId',
    );
  });
});

describe('a move to a token for SMTP', () => {
  it('stays at its server, whose cloud it takes', () => {
    const moved = moveToOAuth(inForce({ host: 'smtp.office365.us' }), 'exchangeOnline');
    expect(moved).toMatchObject({ kind: 'smtp', host: 'smtp.office365.us' });
    expect(moved.authentication).toMatchObject({
      mode: 'microsoft',
      client: { place: { cloud: 'usGccHigh' } },
    });
    expect(otherHost(moved)).toBeNull();
  });

  it('names the mailbox by an address where something else signed in', () => {
    const authentication = { ...newMailForm.authentication, userName: typed('relay') };
    const moved = moveToOAuth(inForce({ authentication }), 'exchangeOnline');
    expect(moved.authentication.userName).toEqual(typed('console@corp.example'));
  });

  it('leaves a mailbox that comes from a variable where it is', () => {
    const userName = { source: 'environment' as const, value: '', name: 'RELAY_USER' };
    const authentication = { ...newMailForm.authentication, userName };
    expect(moveToOAuth(inForce({ authentication }), 'google').authentication.userName).toEqual(userName);
  });

  it.each(['exchangeOnline', 'highVolumeEmail', 'outlookCom', 'google'] as const)(
    'of %s sends none unencrypted',
    (move) => {
      const moved = moveToOAuth(inForce({ encryption: 'starttlsIfOffered', port: '25' }), move);
      expect(secretInClear(moved)).toBeNull();
      expect(moved.port).toBe('587');
    },
  );

  it('has a person sign in at Google, with the secret of the client', () => {
    const { authentication } = moveToOAuth(inForce({ host: 'smtp.gmail.com' }), 'google');
    expect(authentication).toMatchObject({
      mode: 'google',
      client: { grant: { flow: 'authorizationCode' }, proof: { kind: 'secret' } },
    });
  });

  it('has a private person sign in at Outlook.com, at the server that takes tokens', () => {
    const moved = moveToOAuth(inForce({ host: 'smtp.live.com' }), 'outlookCom');
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
    const moved = moveToOAuth(own, 'application').authentication.client;
    expect(moved).toEqual({
      ...ropc,
      proof: { ...ropc.proof, kind: 'secret' },
      grant: { ...ropc.grant, flow: 'clientCredentials' },
    });
  });

  it('keeps a public client for a person', () => {
    const moved = moveToOAuth(own, 'person').authentication.client;
    expect(moved.proof.kind).toBe('none');
    expect(moved.grant.flow).toBe('authorizationCode');
  });

  it('changes the sign-in of the delivery check where only that one gives a password away', () => {
    const arrival = {
      ...newMailForm.arrival,
      protocol: 'imap' as const,
      authentication: own.authentication,
    };
    const form = inForce({ arrival });
    const moved = moveToOAuth(form, 'person');
    expect(movedPlace(form, 'person')).toBe('arrival.authentication');
    expect(moved.authentication).toEqual(form.authentication);
    expect(moved.arrival.authentication.client.grant.flow).toBe('authorizationCode');
  });
});
