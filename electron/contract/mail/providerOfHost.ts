import { isWithin } from './canonicalHost.ts';

/** Whose service a profile uses. */
export const radarProviders = [
  'exchangeOnline',
  'highVolumeEmail',
  'outlookCom',
  'google',
  'yahoo',
  'icloud',
  'exchangeServer',
  'other',
] as const;
export type RadarProvider = (typeof radarProviders)[number];

/** Ends of host names, the more particular before the more general one. */
const hosts: readonly (readonly [end: string, provider: RadarProvider])[] = [
  ['smtp-hve.office365.com', 'highVolumeEmail'],
  ['smtp-mail.outlook.com', 'outlookCom'],
  ['imap-mail.outlook.com', 'outlookCom'],
  ['pop-mail.outlook.com', 'outlookCom'],
  ['hotmail.com', 'outlookCom'],
  ['live.com', 'outlookCom'],
  ['office365.com', 'exchangeOnline'],
  ['office365.us', 'exchangeOnline'],
  ['partner.outlook.cn', 'exchangeOnline'],
  ['outlook.office.com', 'exchangeOnline'],
  ['gmail.com', 'google'],
  ['googlemail.com', 'google'],
  ['yahoo.com', 'yahoo'],
  ['mail.me.com', 'icloud'],
];

/** Whose server a host is; `other`: nobody's that ends anything. */
export const providerOfHost = (host: string): RadarProvider =>
  hosts.find(([end]) => isWithin(host, [end]))?.[1] ?? 'other';
