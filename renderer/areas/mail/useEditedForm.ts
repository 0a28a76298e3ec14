import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { ProfileWrite } from '../../../electron/contract/mail/profile.ts';
import type { FormChange } from '../../../electron/contract/proof/finding.ts';
import type { StageName } from '../../../electron/contract/proof/proof.ts';
import { focusField } from '../../controls/focusField.ts';
import { useLeaveGuard } from '../../shell/RouteContext.ts';
import { applyChange } from './form/applyChange.ts';
import { changedField } from './form/changedField.ts';
import { fromForm } from './form/fromForm.ts';
import type { MailForm } from './form/mailForm.ts';
import { mailResolver } from './form/mailResolver.ts';
import { placeFailure } from './placeFailure.ts';
import type { ProfileSource } from './profileSource.ts';
import { useFocusOnError } from './useFocusOnError.ts';

/** The form of a profile: read until it is edited, and never lost unasked while it is. */
export const useEditedForm = (source: ProfileSource) => {
  const form = useForm<MailForm>({
    defaultValues: source.form,
    resolver: mailResolver,
    mode: 'onBlur',
    reValidateMode: 'onBlur',
    shouldFocusError: false,
  });
  const [editing, setEditing] = useState(source.id === null);
  const focusOnError = useFocusOnError();
  const isDirty = editing && (source.id === null || form.formState.isDirty);
  const liftGuard = useLeaveGuard(isDirty);
  useEffect(() => {
    if (!editing) form.reset(source.form);
  }, [editing, form, source]);

  return {
    form,
    editing,
    isDirty,
    /** What the form means now; null while it is not complete. */
    values: fromForm(form.watch()).values,
    edit: () => setEditing(true),
    /** Ends editing: the form shows what is stored again. */
    close: () => {
      setEditing(false);
      liftGuard();
    },
    /** Values that are fit to be sent; else null, and the fields say why not. */
    checked: async (): Promise<ProfileWrite | null> => {
      const { values } = fromForm(form.getValues());
      if (values) return values;
      setEditing(true);
      await form.trigger();
      focusOnError();
      return null;
    },
    /** Shows a refusal at its field, if it is about one. */
    place: (error: unknown) => {
      if (!placeFailure(form, error)) return;
      setEditing(true);
      focusOnError();
    },
    /** Puts in what a finding offers, and leads to it. */
    apply: (stage: StageName, change: FormChange) => {
      setEditing(true);
      form.reset(applyChange(form.getValues(), stage, change), { keepDefaultValues: true });
      requestAnimationFrame(() => focusField(changedField(stage, change)));
    },
  };
};

export type EditedForm = ReturnType<typeof useEditedForm>;
