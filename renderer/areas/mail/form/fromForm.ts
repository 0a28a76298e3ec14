import type { FieldIssue } from '../../../../electron/contract/failures.ts';
import { fieldIssues } from '../../../../electron/contract/issues.ts';
import { type ProfileWrite, profileWriteSchema } from '../../../../electron/contract/mail/profile.ts';
import { numberOf } from '../../../controls/numberOf.ts';
import type { SourcedText } from '../../../controls/SourcedTextControl.tsx';
import { secretFromForm } from '../../../controls/secretForm.ts';
import type { ArrivalForm, MailForm, TrustForm } from './mailForm.ts';

const optional = (text: string): string | null => (text.trim() === '' ? null : text);

const trustFromForm = ({ mode, pem }: TrustForm): unknown => (mode === 'system' ? { mode } : { mode, pem });

const userNameFromForm = ({ source, value, name }: SourcedText): unknown =>
  source === 'value' ? { source, value } : { source, name };

const authenticationFromForm = ({ mode, userName, password }: MailForm['authentication']): unknown =>
  mode === 'none'
    ? { mode }
    : { mode, userName: userNameFromForm(userName), password: secretFromForm(password) };

const arrivalFromForm = (form: ArrivalForm): unknown =>
  form.protocol === 'none'
    ? null
    : {
        protocol: form.protocol,
        host: form.host,
        port: numberOf(form.port),
        encryption: form.encryption,
        trust: trustFromForm(form.trust),
        userName: userNameFromForm(form.userName),
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

export type ReadForm = { values: ProfileWrite; issues: [] } | { values: null; issues: FieldIssue[] };

/** Reads the form: the values that are sent, or what is wrong with which field. */
export const fromForm = (form: MailForm): ReadForm => {
  const result = profileWriteSchema.safeParse(candidate(form), { reportInput: true });
  return result.success
    ? { values: result.data, issues: [] }
    : { values: null, issues: fieldIssues(result.error.issues) };
};

/** True when both forms mean the same values: what was typed into a field that they do not need does not count. */
export const meanTheSame = (one: MailForm, other: MailForm): boolean =>
  JSON.stringify(candidate(one)) === JSON.stringify(candidate(other));
