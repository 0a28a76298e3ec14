import { useEffect, useState } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import type { ProfileWrite } from '../../../electron/contract/mail/profile.ts';
import type { FormChange } from '../../../electron/contract/proof/finding.ts';
import type { StageName } from '../../../electron/contract/proof/proof.ts';
import { focusField } from '../../controls/focusField.ts';
import { useLeaveGuard } from '../../shell/RouteContext.ts';
import { focusEdit, focusFirstError, focusFirstField } from './editingFocus.ts';
import { applyChange, isApplied } from './form/applyChange.ts';
import { changedField } from './form/changedField.ts';
import { fromForm, meanTheSame } from './form/fromForm.ts';
import type { MailForm } from './form/mailForm.ts';
import { mailResolver } from './form/mailResolver.ts';
import { placeFailure } from './placeFailure.ts';
import type { ProfileSource } from './profileSource.ts';
import { useLeaveQuestion } from '../../shell/useLeaveQuestion.ts';
import { useOnceShown } from './useOnceShown.ts';

/** What is edited stays what it was when editing began: a change by somebody else meanwhile is a conflict to be told. */
const useHeldSource = (newest: ProfileSource, editing: boolean): ProfileSource => {
  const [held, setHeld] = useState(newest);
  if (!editing && held !== newest) setHeld(newest);
  return editing ? held : newest;
};

/** Leads to what is wrong with the form, which `edit` opens for that. */
const useFormErrors = (form: UseFormReturn<MailForm>, edit: () => void) => {
  const focusOnError = useOnceShown(focusFirstError);
  const lead = () => {
    edit();
    focusOnError();
  };
  return {
    /** Values that are fit to be sent; else null, and the fields say why not. */
    checked: async (): Promise<ProfileWrite | null> => {
      const { values } = fromForm(form.getValues());
      if (values) return values;
      await form.trigger();
      lead();
      return null;
    },
    /** Shows a refusal at its field, if it is about one. */
    place: (error: unknown) => {
      if (placeFailure(form, error)) lead();
    },
  };
};

/** The form of a profile: read until it is edited, and never lost unasked while it is. */
export const useEditedForm = (newest: ProfileSource) => {
  const [editing, setEditing] = useState(newest.id === null);
  const source = useHeldSource(newest, editing);
  const form = useForm<MailForm>({
    defaultValues: source.form,
    resolver: mailResolver,
    mode: 'onBlur',
    reValidateMode: 'onBlur',
    shouldFocusError: false,
  });
  const focusOnEdit = useOnceShown(focusFirstField);
  const focusOnClose = useOnceShown(focusEdit);
  const present = form.watch();
  const isDirty = editing && !meanTheSame(present, source.form);
  const errors = useFormErrors(form, () => setEditing(true));
  const liftGuard = useLeaveGuard(isDirty, useLeaveQuestion());
  useEffect(() => {
    if (!editing) form.reset(source.form);
  }, [editing, form, source]);

  return {
    form,
    /** What is shown or, while it is edited, what editing began with. */
    source,
    editing,
    isDirty,
    /** What the form means now; null while it is not complete. */
    values: fromForm(present).values,
    edit: () => {
      setEditing(true);
      focusOnEdit();
    },
    /** Ends editing: the form shows what is stored again. */
    close: () => {
      setEditing(false);
      liftGuard();
      focusOnClose();
    },
    ...errors,
    /** True when the form has what a finding offers. */
    has: (stage: StageName, change: FormChange) => isApplied(present, stage, change),
    /** Puts in what a finding offers, and leads to it. */
    apply: (stage: StageName, change: FormChange) => {
      setEditing(true);
      form.reset(applyChange(form.getValues(), stage, change), { keepDefaultValues: true });
      requestAnimationFrame(() => focusField(changedField(stage, change)));
    },
  };
};

export type EditedForm = ReturnType<typeof useEditedForm>;
