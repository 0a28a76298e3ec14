import { useForm } from 'react-hook-form';
import { schemaResolver } from '../../controls/schemaResolver.ts';
import { placeIssues } from '../../controls/placeIssues.ts';
import { emptyOwnPassword, ownPasswordSchema } from './sessionForms.ts';
import { useSessionCommand } from './useSessionCommand.ts';

type Change = { present: string; next: string };

/** The form for another own password; every other session of the person ends with it. */
export const useOwnPasswordForm = (onDone: () => void = () => undefined) => {
  const form = useForm({
    defaultValues: emptyOwnPassword,
    resolver: schemaResolver(ownPasswordSchema),
    mode: 'onBlur',
    reValidateMode: 'onBlur',
  });
  const change = useSessionCommand((session, typed: Change) => session.changePassword(typed));
  const place = (error: unknown) => {
    if (placeIssues(form, error)) change.reset();
  };
  const submit = form.handleSubmit(({ present, next }) =>
    change.mutate({ present, next }, { onSuccess: onDone, onError: place }),
  );
  return { form, submit, isBusy: change.isPending, failure: change.error };
};
