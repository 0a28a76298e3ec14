import { isEmailAddress } from '../../../../electron/contract/mail/address.ts';
import { isWithin } from '../../../../electron/contract/mail/canonicalHost.ts';
import type { EndingCode } from '../../../../electron/contract/mail/radar.ts';
import { cloudPlaces } from '../../../../electron/contract/oauth/cloudPlaces.ts';
import { trimmed } from '../../../../electron/contract/trimmed.ts';
import type { SourcedText } from '../../../controls/sourcedText.ts';
import type { Account } from './account.ts';
import { cloudAt } from './cloudAt.ts';
import type { ArrivalForm, MailForm } from './mailForm.ts';
import { movedPlaces, type OAuthMove } from './oauthMoves.ts';
import { mailboxPort, portAfter, relayPort } from './portRule.ts';
import type { ClientForm, SignInForm, SignInPlace } from './signIn/signInForm.ts';
import { modeOf, signInOf } from './signInOf.ts';
import { asApplication, asPerson, asPrivatePerson, takenClient } from './tokenClient.ts';

/** A token is used for a mailbox, which its address names: whatever else signed in until now is none. */
const mailboxOf = (form: MailForm, place: SignInPlace): SourcedText => {
  const { userName } = signInOf(form, place);
  if (userName.source === 'environment' || isEmailAddress(trimmed(userName.value))) return userName;
  const { from, testRecipient } = form;
  /** The delivery check looks where the message of a proof arrives. */
  const recipient = place === 'authentication' ? '' : testRecipient;
  return { ...userName, value: recipient === '' ? from.address : recipient };
};

type ChangeSignIn = (form: MailForm, place: SignInPlace) => SignInForm;

/** With the application that sends, where the mailbox can use it, else with `change` of what its fields hold. */
const withToken =
  (
    account: Account,
    change: (client: ClientForm, form: MailForm, place: SignInPlace) => ClientForm,
  ): ChangeSignIn =>
  (form, place) => {
    const own = signInOf(form, place);
    const userName = mailboxOf(form, place);
    const taken = place === 'authentication' ? null : takenClient(form, account, userName);
    const client = taken ?? change(own.client, form, place);
    return { ...own, mode: account === 'google' ? 'google' : 'microsoft', userName, client };
  };

/** What signs in with Microsoft's tokens already stays as it is, unless it gives a password away for them. */
const inOrganization = withToken('organization', (client, form, place) => {
  if (modeOf(form, place) === 'microsoft')
    return client.grant.flow === 'ropc' ? asApplication(client) : client;
  const own = asApplication(client);
  return { ...own, place: { ...own.place, cloud: cloudAt(form, place) } };
});

const atOutlookCom = withToken('private', asPrivatePerson);
const atGoogle = withToken('google', asPerson);

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

/** Outlook.com has older names, which no token is good for. */
const takesTokens = (host: string): boolean =>
  isWithin(host, ['outlook.com', 'office365.com', 'outlook.office.com']);

/** Another server, with the port that it has; a certificate that was trusted alone says nothing about it. */
const toOutlookCom = (form: MailForm): MailForm => {
  if (takesTokens(form.host)) return encrypted(form);
  const port = relayPort('starttls');
  const trust = { ...form.trust, mode: 'system' as const };
  return { ...form, host: 'smtp-mail.outlook.com', encryption: 'starttls', port, portIsOwn: false, trust };
};

const mailboxToOutlookCom = (arrival: ArrivalForm): ArrivalForm => {
  if (takesTokens(arrival.host)) return arrival;
  const { protocol } = arrival;
  const port = mailboxPort({ protocol, encryption: 'tls' });
  const trust = { ...arrival.trust, mode: 'system' as const };
  return { ...arrival, host: cloudPlaces.global.outlook, encryption: 'tls', port, portIsOwn: false, trust };
};

const serverAfter = (form: MailForm, place: SignInPlace, move: OAuthMove): MailForm => {
  switch (move) {
    case 'graph':
      return { ...form, kind: 'microsoft365', trust: { ...form.trust, mode: 'system' } };
    case 'outlookCom':
      return place === 'authentication'
        ? toOutlookCom(form)
        : { ...form, arrival: mailboxToOutlookCom(form.arrival) };
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

/** A profile after it went to OAuth, and the sign-ins that are others now. */
export type Moved = { form: MailForm; places: readonly SignInPlace[] };

/**
 * What a profile becomes when it goes away from what ends: kind, provider and flow are preset, server, sender and mailbox are
 * taken over, and what the new way does not need stays in its fields (REQUIREMENTS N12).
 */
export const moveToOAuth = (form: MailForm, ending: EndingCode, move: OAuthMove): Moved => {
  const places = movedPlaces(form, ending);
  const moved = places.reduce(
    (before, place) => withSignIn(serverAfter(before, place, move), place, signInAfter[move](before, place)),
    form,
  );
  return { form: moved, places };
};
