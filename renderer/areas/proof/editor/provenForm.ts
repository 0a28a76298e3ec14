import type { FieldValues, UseFormReturn } from 'react-hook-form';
import type { KeepFrom } from '../../../../electron/contract/mail/mail.contract.ts';
import type { FormChange } from '../../../../electron/contract/proof/finding.ts';
import type { StageName } from '../../../../electron/contract/proof/proof.ts';
import type { ReadForm } from '../../../controls/readResolver.ts';

/** What an editor works on: values that are not stored yet, or one side of stored ones. */
export type EditedSource<Form> = {
  isNew: boolean;
  /** Revision of the settings that were read. */
  revision: number;
  side: KeepFrom;
  form: Form;
};

/** What an editor has to know of the form of an area. */
export type ProvenForm<Form extends FieldValues, Values> = {
  /** Reads the form: the values that are sent, or what is wrong with which field. */
  read: (form: Form) => ReadForm<Values>;
  /** True when both forms mean the same values. */
  meanTheSame: (one: Form, other: Form) => boolean;
  /** The form with the change that a finding of this stage offers. */
  applyChange: (form: Form, stage: StageName, change: FormChange) => Form;
  /** The field that such a change is seen in. */
  changedField: (stage: StageName, change: FormChange, form: Form) => string;
  /** The field that holds what the contract has at a path, where these differ. */
  fieldOf?: (form: Form, path: string) => string;
  /** Asks for the secret at `path` of the contract again; false where the form has none. */
  askForSecret: (form: UseFormReturn<Form>, path: string) => boolean;
};

/** True when the form already is as the change would make it. That a secret was typed again shows in no form. */
export const isApplied = <Form extends FieldValues>(
  { applyChange, meanTheSame }: Pick<ProvenForm<Form, unknown>, 'applyChange' | 'meanTheSame'>,
  form: Form,
  stage: StageName,
  change: FormChange,
): boolean =>
  change.change !== 'typePassword' &&
  change.change !== 'typeClientSecret' &&
  meanTheSame(applyChange(form, stage, change), form);
