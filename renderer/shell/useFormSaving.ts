import type { FieldValues, UseFormReturn } from 'react-hook-form';
import type { Client } from '../api/client.ts';
import { placeIssues } from '../controls/placeIssues.ts';
import { useLeaveGuard } from './RouteContext.ts';
import { useCommand } from './useCommand.ts';
import { useLeaveQuestion } from './useLeaveQuestion.ts';

type Typed<Form> = { typed: Form; revision: number };

type FormSaving<Form, Output> = {
  isEditing: boolean;
  command: (client: Client, typed: Typed<Form>) => Promise<Output>;
  onSaved: (output: Output) => void;
};

/**
 * Saves a form on top of a revision. What is refused of a field is said there; until it is saved or given up, it is not left
 * without a question.
 */
export const useFormSaving = <Form extends FieldValues, Output>(
  form: UseFormReturn<Form>,
  { isEditing, command, onSaved }: FormSaving<Form, Output>,
) => {
  const { isDirty } = form.formState;
  const liftGuard = useLeaveGuard(isEditing && isDirty, useLeaveQuestion());
  const saving = useCommand(command);
  const onSuccess = (output: Output): void => {
    liftGuard();
    onSaved(output);
  };
  const onError = (error: Error): void => {
    if (placeIssues(form, error)) saving.reset();
  };
  const saveOver = (revision: number): Promise<void> =>
    form.handleSubmit((typed) => saving.mutate({ typed, revision }, { onSuccess, onError }))();
  const giveUp = (): void => {
    liftGuard();
    form.reset();
    saving.reset();
  };
  return { isDirty, isBusy: saving.isPending, error: saving.error, saveOver, giveUp };
};
