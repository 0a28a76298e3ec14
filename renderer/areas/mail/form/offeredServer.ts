import { canonicalHost } from '../../../../electron/contract/mail/canonicalHost.ts';
import { ewsPath } from '../../../../electron/contract/mail/exchange.ts';
import { cloudPlaces } from '../../../../electron/contract/oauth/cloudPlaces.ts';
import { type Cloud, clouds } from '../../../../electron/contract/oauth/oauthClient.ts';
import { googleMailboxes } from './mailboxServer.ts';
import type { MailForm } from './mailForm.ts';
import { type FlowChoice, isPrivate, providerOf, type SignInPlace } from './signIn/signInForm.ts';
import { modeOf, signInOf } from './signInOf.ts';

const googleRelay = 'smtp.gmail.com';
const outlookComRelay = 'smtp-mail.outlook.com';
const outlookComMailboxes = ['imap-mail.outlook.com', 'pop-mail.outlook.com'];

const exchangeServer = (cloud: Cloud): string => `https://${cloudPlaces[cloud].outlook}${ewsPath}`;

/** Where tokens of the chosen provider are good for: a host or, for Exchange, an address; empty: not known (REQUIREMENTS A07). */
export const offeredServer = (form: MailForm, place: SignInPlace): string => {
  const mode = modeOf(form, place);
  const isMailbox = place === 'arrival.authentication';
  const { protocol } = form.arrival;
  if (mode === 'google' && isMailbox) return protocol === 'none' ? '' : googleMailboxes[protocol];
  if (mode === 'google') return form.kind === 'smtp' ? googleRelay : '';
  if (mode !== 'microsoft') return '';
  const { cloud } = signInOf(form, place).client.place;
  if (isMailbox) return cloudPlaces[cloud].outlook;
  return form.kind === 'exchange' ? exchangeServer(cloud) : cloudPlaces[cloud].smtp;
};

/** The field that names the server at which is signed in. */
export const serverField = ({ kind }: Pick<MailForm, 'kind'>, place: SignInPlace) => {
  if (place === 'arrival.authentication') return 'arrival.host';
  return kind === 'exchange' ? 'url' : 'host';
};

const serverIn = (form: MailForm, place: SignInPlace): string => {
  const name = serverField(form, place);
  return name === 'arrival.host' ? form.arrival.host : form[name];
};

/** The servers that belong to a provider, and to nobody who has it: those that are offered, and that of Outlook.com. */
const knownServers = (form: MailForm, place: SignInPlace): string[] => {
  if (place === 'arrival.authentication')
    return [
      ...clouds.map((cloud) => cloudPlaces[cloud].outlook),
      ...[...Object.values(googleMailboxes), ...outlookComMailboxes],
    ];
  if (form.kind === 'exchange') return clouds.map(exchangeServer);
  return [...clouds.map((cloud) => cloudPlaces[cloud].smtp), googleRelay, outlookComRelay];
};

/** Microsoft's tokens are good at Outlook.com, too. */
const fits = (server: string, form: MailForm, place: SignInPlace): boolean =>
  modeOf(form, place) === 'microsoft' &&
  [outlookComRelay, ...outlookComMailboxes].includes(canonicalHost(server));

/**
 * The server after provider or cloud was chosen: an empty one, or that of another provider or cloud, is that of the choice; any
 * other one was typed, and stays.
 */
export const serverAfter = (form: MailForm, place: SignInPlace): string => {
  const present = serverIn(form, place);
  const offered = offeredServer(form, place);
  if (offered === '' || fits(present, form, place)) return present;
  const isKnown = knownServers(form, place).map(canonicalHost).includes(canonicalHost(present));
  return present.trim() === '' || isKnown ? offered : present;
};

/** The flow after the provider was chosen: the usual one, until an application was named. */
export const flowAfter = (form: MailForm, place: SignInPlace): FlowChoice => {
  const { client } = signInOf(form, place);
  const { source, value } = client.clientId;
  const provider = providerOf(modeOf(form, place));
  if (provider === null || source !== 'value' || value !== '') return client.grant.flow;
  return provider === 'microsoft' && !isPrivate(client) ? 'clientCredentials' : 'authorizationCode';
};

/** The account whose password is given away: to begin with, the mailbox. */
export const grantUserAfter = (form: MailForm, place: SignInPlace) => {
  const { userName, client } = signInOf(form, place);
  const { grant } = client;
  const isEmpty = grant.userName.source === 'value' && grant.userName.value === '';
  return grant.flow === 'ropc' && isEmpty ? userName : grant.userName;
};
