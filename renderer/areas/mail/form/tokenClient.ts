import type { SecretForm } from '../../../controls/secretForm.ts';
import type { SourcedText } from '../../../controls/sourcedText.ts';
import type { MailForm } from './mailForm.ts';
import { type ClientForm, isPrivate, type SignInPlace } from './signIn/signInForm.ts';
import { modeOf, signInOf } from './signInOf.ts';

/** True where a text is still to be typed, or the variable to be named that it comes from. */
export const isEmptyText = ({ source, value, name }: SourcedText): boolean =>
  (source === 'value' ? value : name).trim() === '';

/** True once somebody has named the application. */
export const isNamed = ({ clientId }: Pick<ClientForm, 'clientId'>): boolean => !isEmptyText(clientId);

/** An application that signs in by itself proves who it is. */
export const asApplication = (client: ClientForm): ClientForm => ({
  ...client,
  proof: { ...client.proof, kind: client.proof.kind === 'none' ? 'secret' : client.proof.kind },
  grant: { ...client.grant, flow: 'clientCredentials' },
});

export const asPerson = (client: ClientForm): ClientForm => ({
  ...client,
  grant: { ...client.grant, flow: 'authorizationCode' },
});

/** Accounts of private people know no application that signs in by itself, and none with a secret. */
export const asPrivatePerson = (client: ClientForm): ClientForm => ({
  ...asPerson(client),
  place: { ...client.place, tenantId: { source: 'value', value: 'consumers', name: '' } },
  proof: { ...client.proof, kind: 'none' },
});

/** What is stored for one sign-in is not read for another; a variable has a name that both can have. */
const takenSecret = (sending: SecretForm, own: SecretForm): SecretForm =>
  sending.source === 'environment' ? sending : own;

/** Whose accounts a token is for: those of a tenant, of private people at Microsoft, or of Google. */
type Account = 'organization' | 'private' | 'google';

/** Whose account the profile sends with; null: with another one, or without a token. */
const sendingAccount = (form: MailForm): Account | null => {
  const mode = modeOf(form, 'authentication');
  if (mode !== 'microsoft') return mode === 'google' ? mode : null;
  return isPrivate(form.authentication.client) ? 'private' : 'organization';
};

/**
 * The application that the profile sends with, for its mailbox: that one can be allowed both. Null where it sends with none, with
 * one for other accounts, with a password, or where the mailbox has one already.
 */
export const takenClient = (form: MailForm, place: SignInPlace, account: Account): ClientForm | null => {
  const { client: sending } = form.authentication;
  const { client: own } = signInOf(form, place);
  if (place === 'authentication' || isNamed(own) || !isNamed(sending)) return null;
  if (sendingAccount(form) !== account || sending.grant.flow === 'ropc') return null;
  const { proof } = sending;
  const secret = takenSecret(proof.secret, own.proof.secret);
  return { ...sending, proof: { ...proof, secret, key: takenSecret(proof.key, own.proof.key) } };
};
