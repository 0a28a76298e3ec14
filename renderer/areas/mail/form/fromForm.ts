import { type ProfileWrite, profileWriteSchema } from '../../../../electron/contract/mail/profile.ts';
import { numberOf } from '../../../controls/numberOf.ts';
import { type ReadForm, readForm } from '../../../controls/readResolver.ts';
import { secretFromForm } from '../../../controls/secretForm.ts';
import { sourcedTextFromForm } from '../../../controls/sourcedText.ts';
import { trustFromForm } from '../../../controls/trustForm.ts';
import type { ArrivalForm, MailForm } from './mailForm.ts';

const optional = (text: string): string | null => (text.trim() === '' ? null : text);

const authenticationFromForm = ({ mode, userName, password }: MailForm['authentication']): unknown =>
  mode === 'none'
    ? { mode }
    : { mode, userName: sourcedTextFromForm(userName), password: secretFromForm(password) };

const arrivalFromForm = (form: ArrivalForm): unknown =>
  form.protocol === 'none'
    ? null
    : {
        protocol: form.protocol,
        host: form.host,
        port: numberOf(form.port),
        encryption: form.encryption,
        trust: trustFromForm(form.trust),
        userName: sourcedTextFromForm(form.userName),
        password: secretFromForm(form.password),
      };

const smtpFromForm = (form: MailForm) => ({
  host: form.host,
  port: numberOf(form.port),
  encryption: form.encryption,
  trust: trustFromForm(form.trust),
  authentication: authenticationFromForm(form.authentication),
  clientName: optional(form.clientName),
  timeoutMs: numberOf(form.timeoutMs),
  maxConnections: numberOf(form.maxConnections) ?? null,
  arrival: arrivalFromForm(form.arrival),
});

/** The values that the form means, in the shape of the contract; whether they are right is the schema's word. */
const candidate = (form: MailForm): unknown => ({
  kind: form.kind,
  name: form.name,
  from: form.from,
  testRecipient: optional(form.testRecipient),
  ...(form.kind === 'smtp' ? smtpFromForm(form) : {}),
  ...(form.kind === 'pickup' ? { folder: form.folder } : {}),
});

/** Reads the form: the values that are sent, or what is wrong with which field. */
export const fromForm = (form: MailForm): ReadForm<ProfileWrite> =>
  readForm(profileWriteSchema, candidate(form));

/** True when both forms mean the same values: what was typed into a field that they do not need does not count. */
export const meanTheSame = (one: MailForm, other: MailForm): boolean =>
  JSON.stringify(candidate(one)) === JSON.stringify(candidate(other));
