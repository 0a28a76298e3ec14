/** Domains of the addresses of private people at Microsoft (github.com/thunderbird/autoconfig, `ispdb`, read on 2026-11-21). */
export const outlookComDomains: readonly string[] = (
  'outlook.com outlook.at outlook.be outlook.de outlook.es outlook.fr outlook.ie outlook.it outlook.com.au ' +
  'hotmail.com hotmail.be hotmail.ca hotmail.co.uk hotmail.de hotmail.es hotmail.fr hotmail.it hotmail.nl ' +
  'live.com live.at live.be live.ca live.co.uk live.de live.fr live.it live.nl msn.com windowslive.com'
).split(' ');
