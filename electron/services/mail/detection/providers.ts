import { outlookComDomains } from '../../../contract/mail/outlookComDomains.ts';
import type { Preset } from '../../../contract/mail/preset.ts';
import type { Encryption } from '../../../contract/proof/finding.ts';

type Submission = { host: string; port: number; encryption: Encryption };

/** A mail provider: the domains of its addresses, the mail exchangers of its customers' domains, where mail is submitted. */
export type Provider = {
  preset: Preset['name'] | null;
  domains: readonly string[];
  /** Ends of the names of mail exchangers (MX). */
  exchangers: readonly string[];
  /** Best first; none: no program can submit mail there. */
  submission: readonly Submission[];
};

const starttls = (host: string): Submission => ({ host, port: 587, encryption: 'starttls' });
/** TLS from the start stands first where a provider has both (RFC 8314 3.3). */
const tls = (host: string): Submission => ({ host, port: 465, encryption: 'tls' });
const both = (host: string): Submission[] => [tls(host), starttls(host)];

const provider = (
  domains: string,
  exchangers: string,
  submission: readonly Submission[],
  preset: Preset['name'] | null = null,
): Provider => ({
  preset,
  domains: domains.split(' ').filter(Boolean),
  exchangers: exchangers.split(' ').filter(Boolean),
  submission,
});

/**
 * The table that works without DNS. Servers and domains: github.com/thunderbird/autoconfig, folder `ispdb`, read on
 * 2026-11-21; what stands elsewhere says so beside it. Only what is sure: a wrong server costs more than none. So
 * nothing for SFR and La Poste (no text of theirs to be had), for Free (its user name is not the address). A more
 * particular exchanger stands before a more general one.
 */
export const providers: readonly Provider[] = [
  provider(
    'gmail.com googlemail.com',
    'google.com googlemail.com',
    [starttls('smtp.gmail.com'), tls('smtp.gmail.com')],
    'google',
  ),
  provider(
    outlookComDomains.join(' '),
    'olc.protection.outlook.com',
    [starttls('smtp-mail.outlook.com')],
    'outlookCom',
  ),
  provider(
    'onmicrosoft.com',
    'mail.protection.outlook.com mx.microsoft',
    [starttls('smtp.office365.com')],
    'microsoft365',
  ),
  provider(
    'yahoo.com yahoo.co.in yahoo.co.nz yahoo.co.uk yahoo.com.ar yahoo.com.au yahoo.com.br yahoo.com.mx yahoo.de ' +
      'yahoo.es yahoo.fr yahoo.it yahoo.se ymail.com myyahoo.com rocketmail.com',
    'am0.yahoodns.net',
    [starttls('smtp.mail.yahoo.com'), tls('smtp.mail.yahoo.com')],
    'yahoo',
  ),
  provider(
    'gmx.net gmx.de gmx.at gmx.ch gmx.eu gmx.biz gmx.org gmx.info',
    'gmx.net',
    [starttls('mail.gmx.net'), tls('mail.gmx.net')],
    'gmx',
  ),
  provider('gmx.com gmx.us gmx.co.uk', '', both('mail.gmx.com'), 'gmx'),
  provider('aol.com aim.com aol.de aol.fr aol.es aol.it aol.co.uk netscape.net', 'gm0.yahoodns.net', [
    tls('smtp.aol.com'),
  ]),
  provider('icloud.com me.com mac.com', 'mail.icloud.com', [starttls('smtp.mail.me.com')]),
  provider('proton.me protonmail.com protonmail.ch pm.me', 'protonmail.ch', []),
  provider('fastmail.com fastmail.fm', 'messagingengine.com', [tls('smtp.fastmail.com')]),
  // Domains of customers have servers of their own: zoho.com/mail/help/zoho-smtp.html; zohomail.eu: chatmail/provider-db.
  provider('zoho.com zohomail.com', '', both('smtp.zoho.com')),
  provider('zohomail.eu', '', both('smtp.zoho.eu')),
  provider('', 'zoho.com', both('smtppro.zoho.com')),
  provider('', 'zoho.eu', both('smtppro.zoho.eu')),
  provider('mail.com email.com usa.com europe.com', '', both('smtp.mail.com')),
  provider('web.de', '', both('smtp.web.de')),
  provider('t-online.de magenta.de', '', both('securesmtp.t-online.de')),
  provider('freenet.de', '', both('mx.freenet.de')),
  provider('vodafonemail.de vodafone.de arcor.de', '', [tls('smtp.vodafonemail.de')]),
  provider('online.de onlinehome.de', '', both('smtp.1und1.de')),
  provider('', 'kundenserver.de schlund.de ionos.de', both('smtp.ionos.de')),
  provider('', 'ionos.com 1and1.com perfora.net', both('smtp.ionos.com')),
  provider('', 'ionos.fr 1and1.fr', both('smtp.ionos.fr')),
  provider('strato.de', 'rzone.de', both('smtp.strato.de')),
  provider('', 'your-server.de', [tls('mail.your-server.de')]),
  provider('mailbox.org', 'mailbox.org', both('smtp.mailbox.org')),
  provider(
    'posteo.de posteo.at posteo.be posteo.ca posteo.ch posteo.co.uk posteo.com posteo.eu posteo.net posteo.org',
    'posteo.de',
    both('posteo.de'),
  ),
  provider('orange.fr wanadoo.fr', '', [tls('smtp.orange.fr')]),
  // github.com/ovh/docs, folder `pages/web_cloud/email_and_collaborative_solutions`: Europe, then America and Asia.
  provider('', 'mail.ovh.net', [tls('smtp.mail.ovh.net')]),
  provider('', 'mail.ovh.ca', [tls('smtp.mail.ovh.ca')]),
  // docs.gandi.net/en/gandimail/standard_email_settings
  provider('', 'gandi.net', both('mail.gandi.net')),
  provider('ik.me ikmail.com', 'infomaniak.ch infomaniak.com', both('mail.infomaniak.com')),
  provider('bluewin.ch bluemail.ch', '', [tls('smtpauths.bluewin.ch')]),
  provider('a1.net aon.at', '', [starttls('securemail.a1.net')]),
  provider('skynet.be proximus.be belgacom.net', '', [starttls('relay.proximus.be')]),
  provider('btinternet.com btopenworld.com talk21.com', '', [tls('mail.btinternet.com')]),
  provider('bell.net sympatico.ca', '', [starttls('smtphm.sympatico.ca')]),
  provider('comcast.net', '', both('smtp.comcast.net')),
];
