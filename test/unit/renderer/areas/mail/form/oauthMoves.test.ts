import { describe, expect, it } from 'vitest';
import type { EndingCode } from '../../../../../../electron/contract/mail/radar.ts';
import { newMailForm } from '../../../../../../renderer/areas/mail/form/mailForm.ts';
import { goalOf, movedPlaces, movesFor } from '../../../../../../renderer/areas/mail/form/oauthMoves.ts';
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
    for (const move of moves) expect(movedPlaces(form, ending, move)).toEqual(['arrival.authentication']);
  });

  it('begins with the account of a private person where the profile sends with one', () => {
    const arrival = mailboxAt('outlook.office365.com');
    const form = inForce({ host: 'smtp-mail.outlook.com', arrival });
    expect(movesFor(form, 'exchangeOnlineBasicMailbox')).toEqual(['outlookCom', 'exchangeOnlineMailbox']);
    const place = { ...ropc.place, tenantId: typed('consumers') };
    const authentication = { ...signingInBy, client: { ...ropc, place } };
    expect(movesFor(inForce({ arrival, authentication }), 'exchangeOnlineBasicMailbox')[0]).toBe(
      'outlookCom',
    );
  });

  it.each(['oldTls', 'exchangeServer2016And2019', 'implicitFlow'] as const)(
    'is nowhere for what OAuth does not help with: %s',
    (ending) => {
      expect(movesFor(ews, ending)).toEqual([]);
      expect(goalOf(ews, ending)).toBeNull();
    },
  );

  it.each<EndingCode>(['googleLessSecureApps', 'exchangeOnlineBasicMailbox', 'exchangeOnlineEws', 'ropc'])(
    'is nowhere for what the profile does not use: %s',
    (ending) => {
      const off = mailboxAt('imap.gmail.com', { protocol: 'none' });
      expect(movesFor(inForce({ arrival: off }), ending)).toEqual([]);
    },
  );
});

describe('what a move changes', () => {
  it('is every sign-in that gives the password away', () => {
    const arrival = mailboxAt('imap.gmail.com');
    const both = ['authentication', 'arrival.authentication'];
    const form = inForce({ host: 'smtp.gmail.com', arrival });
    expect(movedPlaces(form, 'googleLessSecureApps', 'google')).toEqual(both);
    const given = inForce({ authentication: byRopc, arrival: { ...arrival, authentication: byRopc } });
    expect(movedPlaces(given, 'ropc', 'person')).toEqual(both);
  });

  it.each([
    ['exchangeOnlineBasicSmtp', 'smtp.office365.com', 'exchangeOnline'],
    ['outlookComBasic', 'smtp-mail.outlook.com', 'outlookCom'],
  ] as const)('is the mailbox too that has let no password in for long: %s', (ending, host, move) => {
    const form = inForce({ host, arrival: mailboxAt('outlook.office365.com') });
    expect(movedPlaces(form, ending, move)).toEqual(['authentication', 'arrival.authentication']);
    expect(movedPlaces(form, 'exchangeOnlineBasicMailbox', move)).toEqual(['arrival.authentication']);
  });

  it('is sending alone where Graph takes the mail: it has no delivery check', () => {
    const form = inForce({ arrival: mailboxAt('outlook.office365.com') });
    expect(movedPlaces(form, 'exchangeOnlineBasicSmtp', 'graph')).toEqual(['authentication']);
  });
});
