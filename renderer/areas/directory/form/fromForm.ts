import {
  type DirectoryWrite,
  directoryWriteSchema,
} from '../../../../electron/contract/directory/directoryValues.ts';
import { hiddenCharacters } from '../../../../electron/contract/hiddenCharacters.ts';
import { numberOf } from '../../../controls/numberOf.ts';
import { type ReadForm, readForm, withIssues } from '../../../controls/readResolver.ts';
import { secretFromForm } from '../../../controls/secretForm.ts';
import { sourcedTextFromForm } from '../../../controls/sourcedText.ts';
import { trustFromForm } from '../../../controls/trustForm.ts';
import type { DirectoryForm } from './directoryForm.ts';

const controllersFromForm = ({ source, site, hosts }: DirectoryForm['controllers']): unknown =>
  source === 'dns' ? { source, site: site.trim() === '' ? null : site } : { source, hosts };

const identityFromForm = ({ mode, userName, password }: DirectoryForm['identity']): unknown =>
  mode === 'windows'
    ? { mode }
    : { mode, userName: sourcedTextFromForm(userName), password: secretFromForm(password) };

/** The values that the form means, in the shape of the contract; whether they are right is the schema's word. */
const candidate = ({ search, ...form }: DirectoryForm): unknown => ({
  ...form,
  controllers: controllersFromForm(form.controllers),
  trust: trustFromForm(form.trust),
  identity: identityFromForm(form.identity),
  timeoutMs: numberOf(form.timeoutMs),
  membershipCacheHours: numberOf(form.membershipCacheHours),
  search: {
    minimumLength: numberOf(search.minimumLength),
    size: numberOf(search.size),
    timeSeconds: numberOf(search.timeSeconds),
  },
  gainGuard: numberOf(form.gainGuard),
});

/** Reads the form: the values that are sent, or what is wrong with which field. */
export const fromForm = (form: DirectoryForm): ReadForm<DirectoryWrite> => {
  const values = candidate(form);
  const read = readForm(directoryWriteSchema, values);
  // A field's first issue is shown, and this one says best why a name is none.
  return withIssues(read, [...hiddenCharacters(values), ...read.issues]);
};

/** True when both forms mean the same values: what was typed into a field that they do not need does not count. */
export const meanTheSame = (one: DirectoryForm, other: DirectoryForm): boolean =>
  JSON.stringify(candidate(one)) === JSON.stringify(candidate(other));
