import { hostOfUrl, isWithin } from '../../../../electron/contract/mail/canonicalHost.ts';
import { passwordEndings } from '../../../../electron/contract/mail/passwordEndings.ts';
import type { EndingCode } from '../../../../electron/contract/mail/radar.ts';
import { cloudPlaces } from '../../../../electron/contract/oauth/cloudPlaces.ts';
import { type Cloud, clouds } from '../../../../electron/contract/oauth/oauthClient.ts';
import type { SourcedText } from '../../../controls/sourcedText.ts';
import type { MailForm } from './mailForm.ts';
import { portAfter, relayPort } from './portRule.ts';
import { type ClientForm, providerOf, type SignInForm, type SignInPlace } from './signIn/signInForm.ts';
import { modeOf, signInOf } from './signInOf.ts';
import { endingPassword } from './warnings.ts';

/** Where a profile can go that uses what ends; what is done at the provider, and by whom, differs. */
export const oauthMoves = [
  'graph',
  'exchangeOnline',
  'highVolumeEmail',
  'outlookCom',
  'google',
  'application',
  'person',
] as const;
export type OAuthMove = (typeof oauthMoves)[number];

const movesOf: Partial<Record<EndingCode, readonly OAuthMove[]>> = {
  exchangeOnlineBasicSmtp: ['graph', 'exchangeOnline'],
  exchangeOnlineEws: ['graph'],
  highVolumeEmailBasic: ['highVolumeEmail'],
  outlookComBasic: ['outlookCom'],
  googleLessSecureApps: ['google'],
  ropc: ['application', 'person'],
};

/** Where a profile can go of which `ending` says that what it uses ends, the advised way first; empty: OAuth does not help. */
export const movesFrom = (ending: EndingCode): readonly OAuthMove[] => movesOf[ending] ?? [];

const passwordCodes: readonly EndingCode[] = Object.values(passwordEndings);

/** Where this profile can go: a move away from a password changes how is sent, and leaves the mailbox as it is. */
export const movesFor = (form: MailForm, ending: EndingCode): readonly OAuthMove[] =>
  passwordCodes.includes(ending) && endingPassword(form) !== ending ? [] : movesFrom(ending);

/** What a move is called after: a kind of profile, a flow, or OAuth where none was used until now. */
export const goalOf = (moves: readonly OAuthMove[]): 'oauth' | 'graph' | 'flow' => {
  if (moves.includes('application')) return 'flow';
  return moves.every((move) => move === 'graph') ? 'graph' : 'oauth';
};

const isRopc = (form: MailForm, place: SignInPlace): boolean =>
  providerOf(modeOf(form, place)) !== null && signInOf(form, place).client.grant.flow === 'ropc';

/** The sign-ins that a move changes: those that give a password away, or the one of the profile. */
const placesOf = (form: MailForm, move: OAuthMove): SignInPlace[] =>
  move === 'application' || move === 'person'
    ? (['authentication', 'arrival.authentication'] as const).filter((place) => isRopc(form, place))
    : ['authentication'];

/** The sign-in that is to be filled in after a move. */
export const movedPlace = (form: MailForm, move: OAuthMove): SignInPlace =>
  placesOf(form, move)[0] ?? 'authentication';

const isEmpty = ({ source, value, name }: SourcedText): boolean =>
  (source === 'value' ? value : name).trim() === '';

/** The first field of a moved form that must be filled in: its tenant, else its application. */
export const firstToFill = (moved: MailForm, place: SignInPlace): string => {
  const { client } = signInOf(moved, place);
  const needsTenant = modeOf(moved, place) === 'microsoft' && isEmpty(client.place.tenantId);
  return `${place}.client.${needsTenant ? 'place.tenantId' : 'clientId'}`;
};

/** The cloud of Microsoft that the server so far is in. */
const cloudOf = ({ kind, url, host }: MailForm): Cloud => {
  const server = kind === 'exchange' ? hostOfUrl(url) : host;
  const isThere = (cloud: Cloud) =>
    [cloudPlaces[cloud].smtp, cloudPlaces[cloud].outlook].some((place) => isWithin(server, [place]));
  return clouds.find(isThere) ?? 'global';
};

/** A token is used for a mailbox, which its address names: whatever else signed in until now is none. */
const mailboxOf = ({ authentication: { userName }, from }: MailForm): SourcedText =>
  userName.source === 'environment' || userName.value.includes('@')
    ? userName
    : { ...userName, value: from.address };

/** An application that signs in by itself proves who it is. */
const asApplication = (client: ClientForm): ClientForm => ({
  ...client,
  proof: { ...client.proof, kind: client.proof.kind === 'none' ? 'secret' : client.proof.kind },
  grant: { ...client.grant, flow: 'clientCredentials' },
});

const asPerson = (client: ClientForm): ClientForm => ({
  ...client,
  grant: { ...client.grant, flow: 'authorizationCode' },
});

/** Accounts of private people know no application that signs in by itself, and none with a secret. */
const asPrivatePerson = (client: ClientForm): ClientForm => ({
  ...asPerson(client),
  place: { ...client.place, tenantId: { source: 'value', value: 'consumers', name: '' } },
  proof: { ...client.proof, kind: 'none' },
});

const inOrganization = (form: MailForm): SignInForm => {
  const { authentication } = form;
  const signIn: SignInForm = { ...authentication, mode: 'microsoft', userName: mailboxOf(form) };
  /** What signs in with Microsoft's tokens already stays as it is. */
  if (modeOf(form, 'authentication') === 'microsoft') return signIn;
  const client = asApplication(signIn.client);
  return { ...signIn, client: { ...client, place: { ...client.place, cloud: cloudOf(form) } } };
};

/** Providers take a token over TLS only. */
const encrypted = (form: MailForm): MailForm =>
  form.encryption === 'starttls' || form.encryption === 'tls'
    ? form
    : { ...form, encryption: 'starttls', port: portAfter(form, relayPort('starttls')) };

const toOutlookCom = (form: MailForm): MailForm => {
  const { authentication } = form;
  const client = asPrivatePerson(authentication.client);
  return {
    ...encrypted(form),
    /** It has older names, which no token is good for. */
    host: 'smtp-mail.outlook.com',
    authentication: { ...authentication, mode: 'microsoft', userName: mailboxOf(form), client },
  };
};

const toGoogle = (form: MailForm): MailForm => {
  const { authentication } = form;
  const client = asPerson(authentication.client);
  return {
    ...encrypted(form),
    authentication: { ...authentication, mode: 'google', userName: mailboxOf(form), client },
  };
};

/** Graph is another server: a certificate that was trusted alone says nothing about it. */
const toGraph = (form: MailForm): MailForm => ({
  ...form,
  kind: 'microsoft365',
  trust: { ...form.trust, mode: 'system' },
  authentication: inOrganization(form),
});

const withFlow = (form: MailForm, places: readonly SignInPlace[], change: typeof asPerson): MailForm => {
  const { authentication, arrival } = form;
  const changed = (place: SignInPlace, signIn: SignInForm): SignInForm =>
    places.includes(place) ? { ...signIn, client: change(signIn.client) } : signIn;
  return {
    ...form,
    authentication: changed('authentication', authentication),
    arrival: { ...arrival, authentication: changed('arrival.authentication', arrival.authentication) },
  };
};

/**
 * The form of a profile after it went to OAuth: kind, provider and flow are preset, server, sender and mailbox are taken
 * over, and what the new way does not need stays in its fields (REQUIREMENTS N12).
 */
export const moveToOAuth = (form: MailForm, move: OAuthMove): MailForm => {
  switch (move) {
    case 'graph':
      return toGraph(form);
    case 'exchangeOnline':
    case 'highVolumeEmail':
      return { ...encrypted(form), authentication: inOrganization(form) };
    case 'outlookCom':
      return toOutlookCom(form);
    case 'google':
      return toGoogle(form);
    case 'application':
      return withFlow(form, placesOf(form, move), asApplication);
    case 'person':
      return withFlow(form, placesOf(form, move), asPerson);
  }
};
