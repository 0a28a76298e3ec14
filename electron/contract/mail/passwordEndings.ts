import type { RadarProvider } from './providerOfHost.ts';
import type { EndingCode } from './radar.ts';

/** What ends, or has ended, of sending with a password over SMTP, by whose server it is sent to. */
export const passwordEndings: Partial<Record<RadarProvider, EndingCode>> = {
  exchangeOnline: 'exchangeOnlineBasicSmtp',
  highVolumeEmail: 'highVolumeEmailBasic',
  outlookCom: 'outlookComBasic',
  google: 'googleLessSecureApps',
};

/** What has ended of reading a mailbox with a password over IMAP or POP3, by whose server it is on. */
export const mailboxPasswordEndings: typeof passwordEndings = {
  exchangeOnline: 'exchangeOnlineBasicMailbox',
  outlookCom: 'outlookComBasic',
  google: 'googleLessSecureApps',
};
