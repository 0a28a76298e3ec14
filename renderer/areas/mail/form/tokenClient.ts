import type { SecretForm } from '../../../controls/secretForm.ts';
import type { SourcedText } from '../../../controls/sourcedText.ts';
import { type Account, isSameAccount, sendingAccount } from './account.ts';
import { cloudAt } from './cloudAt.ts';
import type { MailForm } from './mailForm.ts';
import type { ClientForm } from './signIn/signInForm.ts';
import { modeOf } from './signInOf.ts';

/** True where a text is still to be typed, or the variable to be named that it comes from. */
export const isEmptyText = ({ source, value, name }: SourcedText): boolean =>
  (source === 'value' ? value : name).trim() === '';

/** True once somebody has named the application. */
export const isNamed = ({ clientId }: Pick<ClientForm, 'clientId'>): boolean => !isEmptyText(clientId);

const isMissing = ({ source, secret }: SecretForm): boolean =>
  source !== 'environment' && secret.action === 'set' && secret.value === '';

/** The credential that is still to be typed of an application; null: none. */
export const missingProof = ({ kind, secret, key }: ClientForm['proof']): 'secret' | 'key' | null => {
  if (kind === 'none') return null;
  const [name, typed] = kind === 'secret' ? (['secret', secret] as const) : (['key', key] as const);
  return isMissing(typed) ? name : null;
};

/** An application that signs in by itself proves who it is. */
export const asApplication = (client: ClientForm): ClientForm => ({
  ...client,
  proof: { ...client.proof, kind: client.proof.kind === 'none' ? 'secret' : client.proof.kind },
  grant: { ...client.grant, flow: 'clientCredentials' },
});

/** Whose password was given away signs in from now on, for a shared mailbox too. */
const signingAccount = ({ flow, userName, loginHint }: ClientForm['grant']): string =>
  flow === 'ropc' && userName.source === 'value' ? userName.value : loginHint;

/** A person signs in, in a browser. */
export const asPerson = (client: ClientForm): ClientForm => ({
  ...client,
  grant: { ...client.grant, flow: 'authorizationCode', loginHint: signingAccount(client.grant) },
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

/** The account that signs in, where it is not the mailbox itself, is that of this mailbox only. */
const takenGrant = (form: MailForm, mailbox: SourcedText): ClientForm['grant'] => {
  const { userName, client } = form.authentication;
  return isSameAccount(userName, mailbox) ? client.grant : { ...client.grant, loginHint: '' };
};

/** True where a token for the mailbox can be got with the application that the profile sends with. */
const isTakeable = (form: MailForm, account: Account): boolean => {
  const { client } = form.authentication;
  const provider = account === 'google' ? 'google' : 'microsoft';
  if (modeOf(form, 'authentication') !== provider || sendingAccount(form) !== account) return false;
  const isThere =
    account !== 'organization' || client.place.cloud === cloudAt(form, 'arrival.authentication');
  return isThere && isNamed(client) && client.grant.flow !== 'ropc';
};

/**
 * The application that the profile sends with, for `mailbox`: it can be allowed both. Null where it sends with none, or with one
 * for other accounts, in another cloud, or with a password.
 */
export const takenClient = (form: MailForm, account: Account, mailbox: SourcedText): ClientForm | null => {
  if (!isTakeable(form, account)) return null;
  const { client } = form.authentication;
  const { proof: own } = form.arrival.authentication.client;
  const { proof } = client;
  const secret = takenSecret(proof.secret, own.secret);
  const key = takenSecret(proof.key, own.key);
  return { ...client, grant: takenGrant(form, mailbox), proof: { ...proof, secret, key } };
};
