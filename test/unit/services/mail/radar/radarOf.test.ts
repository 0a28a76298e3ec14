import { describe, expect, it } from 'vitest';
import { endings, type RadarSubject } from '../../../../../electron/services/mail/radar/endings.ts';
import { allEndings, radarOf } from '../../../../../electron/services/mail/radar/radarOf.ts';
import type { StoredSmtp } from '../../../../../electron/stores/settings/settingsSchema.ts';

const now = new Date('2026-11-22T10:00:00Z');
const password = { source: 'vault', record: null } as const;
const smtpAt = (host: string, authentication?: StoredSmtp['authentication']): StoredSmtp => ({
  ...{ kind: 'smtp', name: 'relay', host, port: 587, encryption: 'starttls', trust: { mode: 'system' } },
  from: { address: 'a@corp.example', displayName: '' },
  ...{ testRecipient: null, clientName: null, timeoutMs: 1_000, maxConnections: null, arrival: null },
  authentication: authentication ?? {
    ...{ mode: 'password', mechanism: null, userName: { source: 'value', value: 'a' }, password },
  },
});
const tokens: StoredSmtp['authentication'] = {
  ...{ mode: 'oauth2', mechanism: null, userName: { source: 'value', value: 'a@corp.example' } },
  client: {
    clientId: { source: 'value', value: 'app-1' },
    place: { provider: 'google' },
    proof: { kind: 'none' },
    grant: { flow: 'authorizationCode' },
  },
};
const readAt = (
  host: string,
  authentication: NonNullable<StoredSmtp['arrival']>['authentication'],
): StoredSmtp => ({
  ...smtpAt('mail.corp.example', { mode: 'none' }),
  arrival: {
    ...{ protocol: 'imap', host, port: 993, encryption: 'tls', trust: { mode: 'system' } },
    ...{ authentication, folder: null },
  },
});
const account = { userName: { source: 'value', value: 'a' }, password } as const;
const passwordSignIn = { ...account, mode: 'password', mechanism: null } as const;
const ntlm = { ...account, mode: 'ntlm', domain: 'CORP' } as const;
const codesOf = (...values: Parameters<typeof smtpAt>) =>
  radarOf(smtpAt(...values), now).map(({ code, state }) => [code, state]);

describe('what ends for a profile', () => {
  it.each([
    ['smtp.office365.com', [['exchangeOnlineBasicSmtp', 'ahead']]],
    ['SMTP.Office365.com', [['exchangeOnlineBasicSmtp', 'ahead']]],
    ['smtp.office365.com.', [['exchangeOnlineBasicSmtp', 'ahead']]],
    ['smtp.\uff4fffice365.com', [['exchangeOnlineBasicSmtp', 'ahead']]],
    ['smtp-hve.office365.com', [['highVolumeEmailBasic', 'ahead']]],
    ['smtp-mail.outlook.com', [['outlookComBasic', 'over']]],
    ['smtp.gmail.com', [['googleLessSecureApps', 'over']]],
    ['mail.corp.example', []],
    ['notgmail.com', []],
  ] as const)('with a password at %s', (host, expected) => {
    expect(codesOf(host)).toEqual(expected);
  });

  it('is nothing where no password is sent, or nothing leaves the machine', () => {
    expect(codesOf('smtp.office365.com', { mode: 'none' })).toEqual([]);
    const { name, from, testRecipient } = smtpAt('');
    expect(radarOf({ kind: 'capture', name, from, testRecipient }, now)).toEqual([]);
  });

  it('is nothing of NTLM, which no provider ever knew', () => {
    expect(codesOf('smtp.office365.com', ntlm)).toEqual([]);
    expect(radarOf(readAt('imap.gmail.com', ntlm), now)).toEqual([]);
  });

  it.each([
    ['imap.gmail.com', 'googleLessSecureApps'],
    ['outlook.office365.com', 'exchangeOnlineBasicMailbox'],
    ['imap-mail.outlook.com', 'outlookComBasic'],
  ] as const)('with a password for the mailbox at %s', (host, code) => {
    expect(radarOf(readAt(host, passwordSignIn), now).map((ending) => ending.code)).toEqual([code]);
    expect(radarOf(readAt(host, tokens), now)).toEqual([]);
  });

  it('is told once where sending and reading end alike', () => {
    const values = { ...readAt('imap.gmail.com', passwordSignIn), ...{ host: 'smtp.gmail.com' } };
    const both = radarOf({ ...values, authentication: passwordSignIn }, now);
    expect(both.map(({ code }) => code)).toEqual(['googleLessSecureApps']);
  });

  it.each<[what: string, subject: Partial<RadarSubject>, code: string]>([
    ['EWS at Exchange Online', { provider: 'exchangeOnline', way: 'ews' }, 'exchangeOnlineEws'],
    ['ROPC anywhere', { way: 'ropc' }, 'ropc'],
    ['the implicit flow', { way: 'implicit' }, 'implicitFlow'],
    ['TLS 1.1', { tlsVersion: 'TLSv1.1' }, 'oldTls'],
    ['Exchange 2019', { way: 'ews', exchangeVersion: '2019' }, 'exchangeServer2016And2019'],
  ])('%s', (_what, given, code) => {
    const subject: RadarSubject = {
      ...{ provider: 'other', way: 'smtp', tlsVersion: null, exchangeVersion: null },
      ...given,
    };
    expect(endings.filter(({ concerns }) => concerns(subject)).map((row) => row.code)).toEqual([code]);
  });
});

describe('every ending', () => {
  it('has its phases in the order of their days, the last one at its end', () => {
    for (const { phases, endsOn } of endings) {
      const days = phases.map(({ on }) => on);
      expect(days).toEqual(days.toSorted());
      if (endsOn !== null) expect(days.at(-1)).toBe(endsOn);
    }
  });

  it('stands as its days say', () => {
    const stateOn = (day: string) =>
      allEndings(new Date(day)).find(({ code }) => code === 'exchangeOnlineEws')?.state;
    expect(['2026-09-30', '2026-10-01', '2027-03-31', '2027-04-01'].map(stateOn)).toEqual([
      ...['ahead', 'begun', 'begun', 'over'],
    ]);
  });
});
