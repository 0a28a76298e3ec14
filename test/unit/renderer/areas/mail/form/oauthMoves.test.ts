import { describe, expect, it } from 'vitest';
import type { EndingCode } from '../../../../../../electron/contract/mail/radar.ts';
import { type MailForm, newMailForm } from '../../../../../../renderer/areas/mail/form/mailForm.ts';
import {
  goalOf,
  movedPart,
  movedPlaces,
  movesFor,
} from '../../../../../../renderer/areas/mail/form/oauthMoves.ts';
import { inForce, mailboxAt, ropc, typed } from './passwordForms.ts';

const relay = 'mail.corp.example';
const ews = inForce({ kind: 'exchange', url: 'https://outlook.office365.com/EWS/Exchange.asmx' });
const signingInBy = { ...newMailForm.authentication, mode: 'microsoft' as const };
const byRopc = { ...signingInBy, client: ropc };

describe('where a profile can go that uses what ends (N12)', () => {
  it.each([
    ['exchangeOnlineBasicSmtp', inForce(), ['graph', 'exchangeOnline'], 'oauth'],
    ['exchangeOnlineEws', ews, ['graph'], 'graph'],
    ['highVolumeEmailBasic', inForce({ host: 'smtp-hve.office365.com' }), ['highVolumeEmail'], 'oauth'],
    ['outlookComBasic', inForce({ host: 'smtp-mail.outlook.com' }), ['outlookCom'], 'oauth'],
    ['googleLessSecureApps', inForce({ host: 'smtp.gmail.com' }), ['google'], 'oauth'],
    ['ropc', inForce({ authentication: byRopc }), ['application', 'person'], 'flow'],
  ] as const)('is told by what ends of its sending: %s', (ending, form, moves, goal) => {
    expect(movesFor(form, ending)).toEqual(moves);
    expect(goalOf(form, ending)).toBe(goal);
  });

  it.each([
    ['exchangeOnlineBasicMailbox', 'outlook.office365.com', ['exchangeOnlineMailbox', 'outlookCom']],
    ['outlookComBasic', 'imap-mail.outlook.com', ['outlookCom']],
    ['googleLessSecureApps', 'imap.gmail.com', ['google']],
  ] as const)('is told by what ends of its mailbox: %s', (ending, host, moves) => {
    const form = inForce({ host: relay, arrival: mailboxAt(host) });
    expect(movesFor(form, ending)).toEqual(moves);
    expect(goalOf(form, ending)).toBe('mailbox');
    expect(movedPlaces(form, ending)).toEqual(['arrival.authentication']);
  });

  it.each([
    ['anna@corp.example', 'smtp-mail.outlook.com', 'exchangeOnlineMailbox'],
    ['anna@Hotmail.com', 'smtp.office365.com', 'outlookCom'],
    ['anna', 'smtp-mail.outlook.com', 'outlookCom'],
    ['anna', 'mail.corp.example', 'exchangeOnlineMailbox'],
  ])('begins with whose mailbox it is: %s, beside %s', (address, host, first) => {
    const authentication = { ...newMailForm.authentication, userName: typed(address) };
    const form = inForce({ host, arrival: mailboxAt('outlook.office365.com', { authentication }) });
    expect(movesFor(form, 'exchangeOnlineBasicMailbox')[0]).toBe(first);
  });

  it('knows a private person who sends by the application', () => {
    const place = { ...ropc.place, tenantId: typed('consumers') };
    const authentication = { ...signingInBy, client: { ...ropc, place } };
    const arrival = mailboxAt('outlook.office365.com', {
      authentication: { ...newMailForm.authentication, userName: typed('anna') },
    });
    const form = inForce({ arrival, authentication, host: relay });
    expect(movesFor(form, 'exchangeOnlineBasicMailbox')[0]).toBe('outlookCom');
  });

  it.each(['outlook.office365.us', 'partner.outlook.cn'])(
    'has no private people in another cloud: %s',
    (host) => {
      const form = inForce({ arrival: mailboxAt(host) });
      expect(movesFor(form, 'exchangeOnlineBasicMailbox')).toEqual(['exchangeOnlineMailbox']);
    },
  );

  it.each(['oldTls', 'exchangeServer2016And2019', 'implicitFlow'] as const)(
    'is nowhere for what OAuth does not help with: %s',
    (ending) => {
      expect(movesFor(ews, ending)).toEqual([]);
      expect(goalOf(ews, ending)).toBeNull();
    },
  );

  it.each<[EndingCode, MailForm]>([
    ['googleLessSecureApps', inForce({ arrival: mailboxAt('imap.gmail.com', { protocol: 'none' }) })],
    ['exchangeOnlineEws', inForce()],
    ['ropc', inForce()],
    ['exchangeOnlineBasicSmtp', inForce({ host: relay, arrival: mailboxAt('outlook.office365.com') })],
    ['outlookComBasic', inForce({ host: relay, arrival: mailboxAt('outlook.office365.com') })],
    ['exchangeOnlineBasicMailbox', inForce()],
  ])('is nowhere for what the profile does not use: %s', (ending, form) => {
    expect(movedPlaces(form, ending)).toEqual([]);
    expect(movesFor(form, ending)).toEqual([]);
  });
});

describe('what a move changes', () => {
  const both = ['authentication', 'arrival.authentication'] as const;

  it('is every sign-in that gives the password away', () => {
    const arrival = mailboxAt('imap.gmail.com');
    const form = inForce({ host: 'smtp.gmail.com', arrival });
    expect(movedPlaces(form, 'googleLessSecureApps')).toEqual(both);
    const given = inForce({ authentication: byRopc, arrival: { ...arrival, authentication: byRopc } });
    expect(movedPlaces(given, 'ropc')).toEqual(both);
  });

  it('is not the mailbox of whom nobody asked', () => {
    const form = inForce({ arrival: mailboxAt('outlook.office365.com') });
    expect(movedPlaces(form, 'exchangeOnlineBasicSmtp')).toEqual(['authentication']);
  });

  it('is called after its part', () => {
    expect(movedPart(['authentication'])).toBe('sending');
    expect(movedPart(['arrival.authentication'])).toBe('mailbox');
    expect(movedPart(both)).toBe('both');
  });
});
