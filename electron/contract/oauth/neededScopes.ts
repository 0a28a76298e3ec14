import { cloudPlaces } from './cloudPlaces.ts';
import type { OAuthFlow, OAuthPlace } from './oauthClient.ts';

/** What a token is for. */
export const tokenPurposes = ['smtp', 'imap', 'pop3', 'graph', 'ews'] as const;
export type TokenPurpose = (typeof tokenPurposes)[number];

/** What is asked for, what a token must then say, and what an administrator must have granted. */
export type NeededScopes = {
  scopes: readonly string[];
  /** What its `roles` (application) or `scp` (a person) must hold; empty: not known. */
  permissions: readonly string[];
  /** What its `aud` may be: URLs or ids of the resource; empty: not known. */
  audiences: readonly string[];
};

const delegated: Readonly<Record<TokenPurpose, string>> = {
  smtp: 'SMTP.Send',
  imap: 'IMAP.AccessAsUser.All',
  pop3: 'POP.AccessAsUser.All',
  graph: 'Mail.Send',
  ews: 'EWS.AccessAsUser.All',
};

const ofApplication: Readonly<Record<TokenPurpose, string>> = {
  smtp: 'SMTP.SendAsApp',
  imap: 'IMAP.AccessAsApp',
  pop3: 'POP.AccessAsApp',
  graph: 'Mail.Send',
  ews: 'full_access_as_app',
};

/** Application ids of Microsoft Graph and of Office 365 Exchange Online: a token may name its audience so. */
const graphId = '00000003-0000-0000-c000-000000000000';
const exchangeId = '00000002-0000-0ff1-ce00-000000000000';

/** Everything a mail program may do; SMTP and IMAP know no smaller one. */
const googleMail = 'https://mail.google.com/';

/** A person's token for mail has the older name of the resource in the global cloud, as its documentation asks for. */
const personalResource = (outlook: string): string =>
  outlook === cloudPlaces.global.outlook ? 'https://outlook.office.com' : `https://${outlook}`;

const ofMicrosoft = (
  place: Extract<OAuthPlace, { provider: 'microsoft' }>,
  flow: OAuthFlow,
  purpose: TokenPurpose,
): NeededScopes => {
  const { graph, outlook } = cloudPlaces[place.cloud];
  const isApplication = flow === 'clientCredentials';
  const permissions = [(isApplication ? ofApplication : delegated)[purpose]];
  const [resource, id] =
    purpose === 'graph' ? [`https://${graph}`, graphId] : [`https://${outlook}`, exchangeId];
  const other = purpose === 'graph' ? resource : personalResource(outlook);
  const asked = purpose === 'ews' || purpose === 'graph' ? resource : other;
  return {
    scopes: [`${isApplication ? resource : asked}/${isApplication ? '.default' : permissions[0]}`],
    permissions,
    audiences: [...new Set([resource, other, id])],
  };
};

/**
 * What a token for a purpose takes (learn.microsoft.com, "Authenticate an IMAP, POP or SMTP connection using OAuth";
 * developers.google.com/gmail/imap/xoauth2-protocol). Scopes of an OpenID provider are typed.
 */
export const neededScopes = (place: OAuthPlace, flow: OAuthFlow, purpose: TokenPurpose): NeededScopes => {
  switch (place.provider) {
    case 'microsoft':
      return ofMicrosoft(place, flow, purpose);
    case 'google':
      return { scopes: [googleMail], permissions: [], audiences: [] };
    case 'openid':
      return { scopes: place.scopes.split(/ +/).filter(Boolean), permissions: [], audiences: [] };
  }
};
