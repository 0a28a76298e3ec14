import type { FieldIssue } from '../../../../electron/contract/failures.ts';
import { hiddenCharacters } from '../../../../electron/contract/hiddenCharacters.ts';
import { type ProfileWrite, profileWriteSchema } from '../../../../electron/contract/mail/profile.ts';
import { numberOf } from '../../../controls/numberOf.ts';
import { type ReadForm, readForm, withIssues } from '../../../controls/readResolver.ts';
import { trustFromForm } from '../../../controls/trustForm.ts';
import { fieldOfPath } from './fieldOfPath.ts';
import { impossible } from './impossible.ts';
import type { ArrivalForm, MailForm } from './mailForm.ts';
import { optional } from './optional.ts';
import { signInFromForm, tokenSignInFromForm } from './signIn/signInFromForm.ts';
import { modeOf } from './signInOf.ts';

const arrivalFromForm = (form: ArrivalForm): unknown =>
  form.protocol === 'none'
    ? null
    : {
        protocol: form.protocol,
        host: form.host,
        port: numberOf(form.port),
        encryption: form.encryption,
        trust: trustFromForm(form.trust),
        authentication: signInFromForm(form.authentication),
      };

const smtpFromForm = (form: MailForm) => ({
  host: form.host,
  port: numberOf(form.port),
  encryption: form.encryption,
  trust: trustFromForm(form.trust),
  authentication: signInFromForm(form.authentication),
  clientName: optional(form.clientName),
  timeoutMs: numberOf(form.timeoutMs),
  maxConnections: numberOf(form.maxConnections) ?? null,
  arrival: arrivalFromForm(form.arrival),
});

/** True where the sender's own mailbox sends (REQUIREMENTS B07 names none). */
const isSendersMailbox = ({ kind, authentication: { userName } }: MailForm): boolean =>
  kind === 'microsoft365' && userName.source === 'value' && userName.value.trim() === '';

const graphFromForm = (form: MailForm) => {
  const signIn = tokenSignInFromForm('microsoft', form.authentication);
  const sender = { source: 'value', value: form.from.address };
  return {
    authentication: isSendersMailbox(form) ? { ...signIn, userName: sender } : signIn,
    trust: trustFromForm(form.trust),
    timeoutMs: numberOf(form.timeoutMs),
  };
};

const exchangeFromForm = (form: MailForm) => ({
  url: form.url,
  exchangeVersion: form.exchangeVersion,
  authentication: signInFromForm({ ...form.authentication, mode: modeOf(form, 'authentication') }),
  trust: trustFromForm(form.trust),
  timeoutMs: numberOf(form.timeoutMs),
});

const ownFromForm = (form: MailForm): object => {
  switch (form.kind) {
    case 'smtp':
      return smtpFromForm(form);
    case 'microsoft365':
      return graphFromForm(form);
    case 'exchange':
      return exchangeFromForm(form);
    case 'outlook':
      return { mailbox: optional(form.mailbox), timeoutMs: numberOf(form.timeoutMs) };
    case 'pickup':
      return { folder: form.folder };
    case 'capture':
      return {};
  }
};

/** The values that the form means, in the shape of the contract; whether they are right is the schema's word. */
const candidate = (form: MailForm): unknown => ({
  kind: form.kind,
  name: form.name,
  from: form.from,
  testRecipient: optional(form.testRecipient),
  ...ownFromForm(form),
});

/** An issue of the contract at the field that shows it; what was taken from the sender is told there. */
const atFields = (form: MailForm, issues: readonly FieldIssue[]): FieldIssue[] =>
  issues
    .map((issue) => ({ ...issue, path: fieldOfPath(form, issue.path.join('.')).split('.') }))
    .filter(({ path }) => !isSendersMailbox(form) || !path.join('.').startsWith('authentication.userName'));

/** Reads the form: the values that are sent, or what is wrong with which field. */
export const fromForm = (form: MailForm): ReadForm<ProfileWrite> => {
  const values = candidate(form);
  const read = readForm(profileWriteSchema, values);
  // A field's first issue is shown, and this one says best why a host is none.
  const issues = atFields(form, [...hiddenCharacters(values), ...read.issues]);
  return withIssues(read, [...issues, ...impossible(form)]);
};

/** True when both forms mean the same values: what was typed into a field that they do not need does not count. */
export const meanTheSame = (one: MailForm, other: MailForm): boolean =>
  JSON.stringify(candidate(one)) === JSON.stringify(candidate(other));
