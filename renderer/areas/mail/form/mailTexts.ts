import type { MailForm } from './mailForm.ts';
import { providerOf } from './signIn/signInForm.ts';
import { modeOf } from './signInOf.ts';

type Shown = Pick<MailForm, 'kind' | 'authentication' | 'arrival' | 'savedExchangeMode'>;

/** Labels of the own sign-in that rest on what is chosen; the others have one name everywhere. */
const chosenLabel = (name: string, form: Shown): string | null => {
  const isToken = providerOf(modeOf(form, 'authentication')) !== null;
  if (name === 'from.address' && form.kind === 'microsoft365') return 'labels.senderEmail';
  if (name === 'authentication.userName' && isToken) return 'labels.mailbox';
  if (name === 'authentication.userName' && form.kind === 'exchange') return 'labels.userName';
  if (name === 'authentication.password' && form.kind === 'exchange') return 'labels.password';
  if (name === 'authentication.domain' && form.kind === 'exchange') return 'labels.domain';
  return null;
};

const isMicrosoft = (name: string, form: Shown): boolean =>
  modeOf(form, name.startsWith('arrival.') ? 'arrival.authentication' : 'authentication') === 'microsoft';

/** The field of the own sign-in whose texts a field has. */
const namesake = (name: string): string =>
  name.replace(/^arrival\.authentication\./, 'authentication.').replace('.tokenMechanism', '.mechanism');

/** The key of a field's label in the texts of Mail. */
export const labelKey = (name: string, form: Shown): string => {
  const own = namesake(name);
  if (own === 'authentication.client.clientId' && isMicrosoft(name, form)) return 'labels.applicationId';
  return chosenLabel(name, form) ?? `fields.${own}.label`;
};

/** The key of the sentence under a field; not every field has one. Only the message of a relay is looked for in a mailbox. */
export const helpKey = (name: string, { kind }: Pick<MailForm, 'kind'>): string =>
  name === 'testRecipient' && kind !== 'smtp' ? 'labels.testRecipientHelp' : `fields.${namesake(name)}.help`;

/** True for a field of the mailbox's sign-in, which is called after the same field of the own one. */
export const isOfMailbox = (name: string): boolean => name.startsWith('arrival.authentication.');
