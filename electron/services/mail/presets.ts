import type { Preset } from '../../contract/mail/preset.ts';

const submission = { port: 587, encryption: 'starttls', authentication: 'password' } as const;

/**
 * Starting points for a form, with what holds in November 2026 (REQUIREMENTS G01, G02). `checkedOn` is the day on which
 * the statements were compared with `source`: whoever changes a statement looks it up again and changes both. The texts
 * are in `presets.json` of each language.
 */
export const presets: readonly Preset[] = [
  {
    name: 'internalRelay',
    host: null,
    port: 25,
    encryption: 'starttlsIfOffered',
    authentication: 'none',
    passwordWorks: true,
    oauth: null,
    source: 'RFC 5321, RFC 3207',
    checkedOn: '2026-11-20',
  },
  {
    name: 'google',
    host: 'smtp.gmail.com',
    ...submission,
    passwordWorks: true,
    oauth: { provider: 'google', flow: 'authorizationCode', tenantId: null },
    source: 'https://support.google.com/a/answer/14114704',
    checkedOn: '2026-11-20',
  },
  {
    name: 'microsoft365',
    host: 'smtp.office365.com',
    ...submission,
    passwordWorks: true,
    oauth: { provider: 'microsoft', flow: 'clientCredentials', tenantId: null },
    source: 'Exchange Team Blog 4489835, techcommunity.microsoft.com, 2026-01-27',
    checkedOn: '2026-11-20',
  },
  {
    name: 'outlookCom',
    host: 'smtp-mail.outlook.com',
    ...submission,
    passwordWorks: false,
    oauth: { provider: 'microsoft', flow: 'authorizationCode', tenantId: 'consumers' },
    source:
      'Microsoft Q&A 5837174, learn.microsoft.com, 2026-04-10; github.com/thunderbird/autoconfig, hotmail.com.xml',
    checkedOn: '2026-11-21',
  },
  {
    name: 'yahoo',
    host: 'smtp.mail.yahoo.com',
    ...submission,
    passwordWorks: true,
    oauth: null,
    source:
      'github.com/thunderbird/autoconfig, yahoo.com.xml; third party: xenocept.com/docs/email-setup/yahoo.html',
    checkedOn: '2026-11-21',
  },
  {
    name: 'gmx',
    host: 'mail.gmx.net',
    ...submission,
    passwordWorks: true,
    oauth: null,
    source: 'https://hilfe.gmx.net/sicherheit/2fa/anwendungsspezifisches-passwort.html',
    checkedOn: '2026-11-21',
  },
];
