import { ewsPath } from '../../../../electron/contract/mail/exchange.ts';
import { cloudPlaces } from '../../../../electron/contract/oauth/cloudPlaces.ts';
import { googleMailboxes } from './mailboxServer.ts';
import type { MailForm } from './mailForm.ts';
import { type FlowChoice, isPrivate, providerOf, type SignInPlace } from './signIn/signInForm.ts';
import { modeOf, signInOf } from './signInOf.ts';

/** Where tokens of the chosen provider are good for: a host or, for Exchange, an address; empty: not known (REQUIREMENTS A07). */
export const offeredServer = (form: MailForm, place: SignInPlace): string => {
  const mode = modeOf(form, place);
  const isMailbox = place === 'arrival.authentication';
  const { protocol } = form.arrival;
  if (mode === 'google' && isMailbox) return protocol === 'none' ? '' : googleMailboxes[protocol];
  if (mode === 'google') return form.kind === 'smtp' ? 'smtp.gmail.com' : '';
  if (mode !== 'microsoft') return '';
  const { smtp, outlook } = cloudPlaces[signInOf(form, place).client.place.cloud];
  if (isMailbox) return outlook;
  return form.kind === 'exchange' ? `https://${outlook}${ewsPath}` : smtp;
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

/**
 * The server after provider or cloud was chosen: an empty one, or the one that was offered until then (`before`), is that of the
 * choice; a typed one stays.
 */
export const serverAfter = (before: string, after: MailForm, place: SignInPlace): string => {
  const present = serverIn(after, place);
  const offered = offeredServer(after, place);
  const follows = present.trim() === '' || present === before;
  return follows && offered !== '' ? offered : present;
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
