import { useEffect, useRef, useState } from 'react';
import {
  type DefaultValues,
  type FieldValues,
  type Path,
  useForm,
  type UseFormReturn,
} from 'react-hook-form';
import type { FieldIssue } from '../../../../electron/contract/failures.ts';
import type { FormChange } from '../../../../electron/contract/proof/finding.ts';
import type { StageName } from '../../../../electron/contract/proof/proof.ts';
import { focusField } from '../../../controls/focusField.ts';
import { readResolver } from '../../../controls/readResolver.ts';
import { useLeaveGuard } from '../../../shell/RouteContext.ts';
import { useLeaveQuestion } from '../../../shell/useLeaveQuestion.ts';
import { focusEdit, focusFirstError, focusFirstField } from './editingFocus.ts';
import { placeFailure } from './placeFailure.ts';
import { type EditedSource, isApplied, type ProvenForm } from './provenForm.ts';
import { useOnceShown } from './useOnceShown.ts';

/** What is edited stays what it was when editing began: a change by somebody else meanwhile is a conflict to be told. */
const useHeldSource = <Source>(newest: Source, editing: boolean): Source => {
  const [held, setHeld] = useState(newest);
  if (!editing && held !== newest) setHeld(newest);
  return editing ? held : newest;
};

/** Leads to what is wrong with the form, which `edit` opens for that. */
const useFormErrors = <Form extends FieldValues, Values>(
  form: UseFormReturn<Form>,
  rules: ProvenForm<Form, Values>,
  edit: () => void,
) => {
  const focusOnError = useOnceShown(focusFirstError);
  const lead = () => {
    edit();
    focusOnError();
  };
  return {
    /** Values that are fit to be sent; else null, and the fields say why not. */
    checked: async (): Promise<Values | null> => {
      const { values } = rules.read(form.getValues());
      if (values !== null) return values;
      await form.trigger();
      lead();
      return null;
    },
    /** Shows a refusal at its field, if it is about one. */
    place: (error: unknown) => {
      if (placeFailure(form, rules, error)) lead();
    },
  };
};

/** Takes away an error as soon as nothing in the form gives it any more, whichever field put that right. */
const useResolvedErrors = <Form extends FieldValues>(
  form: UseFormReturn<Form>,
  issues: readonly FieldIssue[],
): void => {
  const paths = issues.map(({ path }) => path.join('.'));
  const before = useRef(paths);
  useEffect(() => {
    const gone = before.current.filter((path) => !paths.includes(path));
    before.current = paths;
    if (gone.length > 0) form.clearErrors(gone as Path<Form>[]);
  });
};

/** What puts other values into the form, which `edit` opens for that, and leads to a field of them. */
const offersFor = <Form extends FieldValues, Values>(
  form: UseFormReturn<Form>,
  rules: ProvenForm<Form, Values>,
  edit: () => void,
) => {
  const editAs = (changed: Form, field: string): void => {
    edit();
    form.reset(changed, { keepDefaultValues: true });
    requestAnimationFrame(() => focusField(field));
  };
  return {
    /** True when the form has what a finding offers. */
    has: (stage: StageName, change: FormChange) => isApplied(rules, form.getValues(), stage, change),
    /** Puts in what a finding offers, and leads to it. */
    apply: (stage: StageName, change: FormChange) => {
      const changed = rules.applyChange(form.getValues(), stage, change);
      editAs(changed, rules.changedField(stage, change, changed));
    },
    /** Begins editing with other values than what is stored, and leads to a field of them. */
    editAs,
  };
};

/** The form of values that are proven: read until it is edited, and never lost unasked while it is. */
export const useEditedForm = <Form extends FieldValues, Values, Source extends EditedSource<Form>>(
  newest: Source,
  rules: ProvenForm<Form, Values>,
) => {
  const [editing, setEditing] = useState(newest.isNew);
  const source = useHeldSource(newest, editing);
  const form = useForm<Form>({
    defaultValues: source.form as DefaultValues<Form>,
    resolver: readResolver(rules.read),
    mode: 'onBlur',
    reValidateMode: 'onBlur',
    shouldFocusError: false,
  });
  const focusOnEdit = useOnceShown(focusFirstField);
  const focusOnClose = useOnceShown(focusEdit);
  const present = form.watch();
  const isDirty = editing && !rules.meanTheSame(present, source.form);
  const read = rules.read(present);
  useResolvedErrors(form, read.issues);
  const [led, setLed] = useState(0);
  const lead = () => {
    setEditing(true);
    setLed((count) => count + 1);
  };
  const errors = useFormErrors(form, rules, lead);
  const liftGuard = useLeaveGuard(isDirty, useLeaveQuestion());
  useEffect(() => {
    if (!editing) form.reset(source.form);
  }, [editing, form, source]);

  return {
    form,
    /** What is shown or, while it is edited, what editing began with. */
    source,
    editing,
    /** How often the person was led to a field: what lies over the form has to go each time. */
    led,
    isDirty,
    /** What the form means now; null while it is not complete. */
    values: read.values,
    /** What is stored now, whatever editing began with. */
    storedValues: () => rules.read(newest.form).values,
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
    ...offersFor(form, rules, lead),
  };
};

/** What `useEditedForm` gives, but for the form itself and what takes one. */
export type EditedForm<Values> = Omit<
  ReturnType<typeof useEditedForm<FieldValues, Values, EditedSource<FieldValues>>>,
  'form' | 'source' | 'editAs'
> & {
  source: Pick<EditedSource<unknown>, 'isNew' | 'side' | 'revision'>;
};
