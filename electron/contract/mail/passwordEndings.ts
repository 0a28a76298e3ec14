import type { RadarProvider } from './providerOfHost.ts';
import type { EndingCode } from './radar.ts';

/** What ends, or has ended, of sending with a password over SMTP, by whose server it is sent to. */
export const passwordEndings: Partial<Record<RadarProvider, EndingCode>> = {
  exchangeOnline: 'exchangeOnlineBasicSmtp',
  highVolumeEmail: 'highVolumeEmailBasic',
  outlookCom: 'outlookComBasic',
  google: 'googleLessSecureApps',
};
