import { mailboxPasswordEndings, passwordEndings } from '../../../contract/mail/passwordEndings.ts';
import type { RadarProvider } from '../../../contract/mail/providerOfHost.ts';
import type { Ending, EndingCode } from '../../../contract/mail/radar.ts';

/** How a profile sends or signs in; `smtp` and `mailbox` (IMAP, POP3): without a password. */
export type RadarWay =
  'smtp' | 'smtpPassword' | 'mailbox' | 'mailboxPassword' | 'ews' | 'graph' | 'oauth' | 'ropc' | 'implicit';

/** What of a profile an ending can be about. A kind or a mode that is new gives subjects; this table stays as it is. */
export type RadarSubject = {
  provider: RadarProvider;
  way: RadarWay;
  /** As Node names it, `TLSv1.1`; null: not known. */
  tlsVersion: string | null;
  /** Of a server on premise: `2016`; null: not known, or none. */
  exchangeVersion: string | null;
};

export type EndingRow = Omit<Ending, 'state'> & { concerns: (subject: RadarSubject) => boolean };

const withPassword =
  (code: EndingCode): EndingRow['concerns'] =>
  ({ provider, way }) =>
    (way === 'smtpPassword' && passwordEndings[provider] === code) ||
    (way === 'mailboxPassword' && mailboxPasswordEndings[provider] === code);

/**
 * What ends, with what holds in November 2026. `checkedOn` is the day on which the dates were compared with `source`: whoever
 * changes a date looks it up again and changes both. The texts are in `radar.json` of each language.
 */
export const endings: readonly EndingRow[] = [
  {
    code: 'exchangeOnlineBasicSmtp',
    endsOn: null,
    phases: [
      { code: 'disabledByDefault', on: '2026-12-31' },
      { code: 'removalAnnounced', on: '2027-07-01' },
    ],
    source: 'Exchange Team Blog 4489835, techcommunity.microsoft.com, 2026-01-27',
    checkedOn: '2026-11-20',
    concerns: withPassword('exchangeOnlineBasicSmtp'),
  },
  {
    code: 'exchangeOnlineBasicMailbox',
    endsOn: '2022-12-31',
    phases: [
      { code: 'blockedInPhases', on: '2022-10-01' },
      { code: 'off', on: '2022-12-31' },
    ],
    source:
      'https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/deprecation-of-basic-authentication-exchange-online',
    checkedOn: '2026-11-22',
    concerns: withPassword('exchangeOnlineBasicMailbox'),
  },
  {
    code: 'exchangeOnlineEws',
    endsOn: '2027-04-01',
    phases: [
      { code: 'blockedInPhases', on: '2026-10-01' },
      { code: 'off', on: '2027-04-01' },
    ],
    source: 'Exchange Team Blog 4492361, techcommunity.microsoft.com; MC1227454, 2026-02-06',
    checkedOn: '2026-11-20',
    concerns: ({ provider, way }) => provider === 'exchangeOnline' && way === 'ews',
  },
  {
    code: 'highVolumeEmailBasic',
    endsOn: '2028-09-30',
    phases: [{ code: 'off', on: '2028-09-30' }],
    source: 'MC1243552, 2026-05-20',
    checkedOn: '2026-11-20',
    concerns: withPassword('highVolumeEmailBasic'),
  },
  {
    code: 'outlookComBasic',
    endsOn: '2024-09-16',
    phases: [{ code: 'off', on: '2024-09-16' }],
    source: 'third party: techissuestoday.com, 2024; patriotmail.ai, 2026-03-25',
    checkedOn: '2026-11-20',
    concerns: withPassword('outlookComBasic'),
  },
  {
    code: 'googleLessSecureApps',
    endsOn: '2025-05-01',
    phases: [{ code: 'off', on: '2025-05-01' }],
    source: 'https://support.google.com/a/answer/14114704',
    checkedOn: '2026-11-20',
    concerns: withPassword('googleLessSecureApps'),
  },
  {
    code: 'ropc',
    endsOn: null,
    phases: [{ code: 'advisedAgainst', on: '2025-01-31' }],
    source: 'RFC 9700, 2.4; https://learn.microsoft.com/entra/identity-platform/v2-oauth-ropc',
    checkedOn: '2026-11-22',
    concerns: ({ way }) => way === 'ropc',
  },
  {
    code: 'implicitFlow',
    endsOn: null,
    phases: [{ code: 'advisedAgainst', on: '2025-01-31' }],
    source: 'RFC 9700, 2.1.2',
    checkedOn: '2026-11-22',
    concerns: ({ way }) => way === 'implicit',
  },
  {
    code: 'oldTls',
    endsOn: '2021-03-31',
    phases: [{ code: 'advisedAgainst', on: '2021-03-31' }],
    source: 'RFC 8996',
    checkedOn: '2026-11-22',
    concerns: ({ tlsVersion }) => tlsVersion === 'TLSv1' || tlsVersion === 'TLSv1.1',
  },
  {
    code: 'exchangeServer2016And2019',
    endsOn: '2026-10-31',
    phases: [
      { code: 'supportEnded', on: '2025-10-14' },
      { code: 'extendedSupportEnded', on: '2026-10-31' },
    ],
    source: 'Exchange Team Blog 4366605, techcommunity.microsoft.com, 2025-01-15',
    checkedOn: '2026-11-20',
    concerns: ({ exchangeVersion }) => exchangeVersion === '2016' || exchangeVersion === '2019',
  },
];
