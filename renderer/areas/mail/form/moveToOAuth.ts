import { canonicalHost, isWithin } from '../../../../electron/contract/mail/canonicalHost.ts';
import type { EndingCode } from '../../../../electron/contract/mail/radar.ts';
import { cloudPlaces } from '../../../../electron/contract/oauth/cloudPlaces.ts';
import { type Cloud, clouds } from '../../../../electron/contract/oauth/oauthClient.ts';
import type { SourcedText } from '../../../controls/sourcedText.ts';
import type { ArrivalForm, MailForm } from './mailForm.ts';
import { movedPlaces, type OAuthMove } from './oauthMoves.ts';
import { portAfter, relayPort } from './portRule.ts';
import type { ClientForm, SignInForm, SignInPlace } from './signIn/signInForm.ts';
import { modeOf, signInOf } from './signInOf.ts';
import { hostAt } from './signInPlaces.ts';
import { asApplication, asPerson, asPrivatePerson, takenClient } from './tokenClient.ts';

/** The cloud of Microsoft that the server so far is in. */
const cloudOf = (server: string): Cloud => {
  const isThere = (cloud: Cloud) =>
    [cloudPlaces[cloud].smtp, cloudPlaces[cloud].outlook].some((known) => isWithin(server, [known]));
  return clouds.find(isThere) ?? 'global';
};

/** A token is used for a mailbox, which its address names: whatever else signed in until now is none. */
const mailboxOf = (form: MailForm, place: SignInPlace): SourcedText => {
  const { userName } = signInOf(form, place);
  if (userName.source === 'environment' || userName.value.includes('@')) return userName;
  const { from, testRecipient } = form;
  /** The delivery check looks where the message of a proof arrives. */
  const recipient = place === 'authentication' ? '' : testRecipient;
  return { ...userName, value: recipient === '' ? from.address : recipient };
};

type ChangeSignIn = (form: MailForm, place: SignInPlace) => SignInForm;

const inOrganization: ChangeSignIn = (form, place) => {
  const own = signInOf(form, place);
  const signIn: SignInForm = { ...own, mode: 'microsoft', userName: mailboxOf(form, place) };
  /** What signs in with Microsoft's tokens already stays as it is. */
  if (modeOf(form, place) === 'microsoft') return signIn;
  const taken = takenClient(form, place, 'organization');
  if (taken) return { ...signIn, client: taken };
  const client = asApplication(own.client);
  return {
    ...signIn,
    client: { ...client, place: { ...client.place, cloud: cloudOf(hostAt(form, place)) } },
  };
};

const atOutlookCom: ChangeSignIn = (form, place) => {
  const own = signInOf(form, place);
  const taken = takenClient(form, place, 'private');
  const client = taken ?? asPrivatePerson(own.client);
  return { ...own, mode: 'microsoft', userName: mailboxOf(form, place), client };
};

const atGoogle: ChangeSignIn = (form, place) => {
  const own = signInOf(form, place);
  const client = takenClient(form, place, 'google') ?? asPerson(own.client);
  return { ...own, mode: 'google', userName: mailboxOf(form, place), client };
};

const withFlow =
  (change: (client: ClientForm) => ClientForm): ChangeSignIn =>
  (form, place) => {
    const own = signInOf(form, place);
    return { ...own, client: change(own.client) };
  };

const signInAfter: Readonly<Record<OAuthMove, ChangeSignIn>> = {
  graph: inOrganization,
  exchangeOnline: inOrganization,
  exchangeOnlineMailbox: inOrganization,
  highVolumeEmail: inOrganization,
  outlookCom: atOutlookCom,
  google: atGoogle,
  application: withFlow(asApplication),
  person: withFlow(asPerson),
};

/** Providers take a token over TLS only. */
const encrypted = (form: MailForm): MailForm =>
  form.encryption === 'starttls' || form.encryption === 'tls'
    ? form
    : { ...form, encryption: 'starttls', port: portAfter(form, relayPort('starttls')) };

type Server = Pick<ArrivalForm, 'host' | 'trust'>;

/** A certificate that was trusted alone says nothing about another server. */
const atHost = ({ host, trust }: Server, known: string): Server => ({
  host: known,
  trust: canonicalHost(host) === known ? trust : { ...trust, mode: 'system' },
});

/** Outlook.com has older names, which no token is good for. */
const atServerOfPrivatePeople = (form: MailForm, place: SignInPlace): MailForm => {
  if (place === 'authentication') return { ...encrypted(form), ...atHost(form, 'smtp-mail.outlook.com') };
  const { arrival } = form;
  return { ...form, arrival: { ...arrival, ...atHost(arrival, cloudPlaces.global.outlook) } };
};

const serverAfterMove = (form: MailForm, place: SignInPlace, move: OAuthMove): MailForm => {
  switch (move) {
    case 'graph':
      return { ...form, kind: 'microsoft365', trust: { ...form.trust, mode: 'system' } };
    case 'outlookCom':
      return atServerOfPrivatePeople(form, place);
    case 'application':
    case 'person':
      return form;
    default:
      return place === 'authentication' ? encrypted(form) : form;
  }
};

const withSignIn = (form: MailForm, place: SignInPlace, signIn: SignInForm): MailForm =>
  place === 'authentication'
    ? { ...form, authentication: signIn }
    : { ...form, arrival: { ...form.arrival, authentication: signIn } };

/**
 * The form of a profile after it went to OAuth: kind, provider and flow are preset, server, sender and mailbox are taken
 * over, and what the new way does not need stays in its fields (REQUIREMENTS N12).
 */
export const moveToOAuth = (form: MailForm, ending: EndingCode, move: OAuthMove): MailForm =>
  movedPlaces(form, ending, move).reduce(
    (moved, place) => withSignIn(serverAfterMove(moved, place, move), place, signInAfter[move](moved, place)),
    form,
  );
