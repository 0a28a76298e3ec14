import { useController, useFormContext } from 'react-hook-form';
import { useFormMode } from './formMode.ts';
import { useFieldErrorText } from './useFieldErrorText.ts';

export type ControlState<Value> = {
  value: Value;
  /** Takes a new value, unless the form is busy; an error of the field is gone at once and comes back, if it must, on leaving it. */
  change: (value: Value) => void;
  /** Judges what was typed; a field that was only passed through stays quiet, and the page where it is. */
  leave: () => void;
  ref: (element: HTMLElement | null) => void;
  error: string | undefined;
};

/** Binds a control to the field `name` of the form around it. */
export const useControl = <Value>(name: string): ControlState<Value> => {
  const { clearErrors } = useFormContext();
  const { field, fieldState } = useController({ name });
  const isBusy = useFormMode() === 'busy';
  const textOf = useFieldErrorText();
  return {
    value: field.value as Value,
    change: (value) => {
      if (isBusy) return;
      if (fieldState.error) clearErrors(name);
      field.onChange(value);
    },
    leave: () => fieldState.isDirty && field.onBlur(),
    ref: field.ref,
    error: fieldState.error?.type ? textOf(fieldState.error) : undefined,
  };
};
