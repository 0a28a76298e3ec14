import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { placeIssues } from '../../controls/placeIssues.ts';
import { useClient } from '../../shell/ClientContext.ts';
import { sessionKey } from '../../shell/useSession.ts';
import { useFailureToast } from '../../shell/ToastContext.ts';
import { useShowRecoveryKey } from '../security/recoveryKeyContext.ts';
import { schemaResolver } from '../../controls/schemaResolver.ts';
import { canBeUsed } from '../security/slotActions.ts';
import { administratorSchema, ofConsole } from './sessionForms.ts';

type AdministratorForm = z.infer<typeof administratorSchema>;

const emptyAdministrator: AdministratorForm = {
  displayName: '',
  mail: '',
  language: ofConsole,
  password: '',
  repeated: '',
};

const toAdministrator = ({ displayName, mail, language, password }: AdministratorForm) => ({
  displayName,
  mail: mail === '' ? null : mail,
  language: language === ofConsole ? null : language,
  password,
});

/** Makes the recovery key of the vault; null: one was written down before, or it cannot be made now. */
const useFirstRecoveryKey = () => {
  const { security } = useClient();
  const showFailure = useFailureToast();
  return async (): Promise<string | null> => {
    try {
      const protection = await security.getProtection();
      const isThere = protection.slots.some(({ kind }) => kind === 'recoveryKey');
      if (isThere || !canBeUsed(protection)) return null;
      return (await security.createRecoveryKey()).recoveryKey;
    } catch (error) {
      showFailure(error);
      return null;
    }
  };
};

/** The form for the first administrator, who is signed in by it and gets the recovery key. */
export const useAdministratorForm = () => {
  const { session } = useClient();
  const queries = useQueryClient();
  const makeRecoveryKey = useFirstRecoveryKey();
  const showRecoveryKey = useShowRecoveryKey();
  const form = useForm({
    defaultValues: emptyAdministrator,
    resolver: schemaResolver(administratorSchema),
    mode: 'onBlur',
    reValidateMode: 'onBlur',
  });
  const creation = useMutation({
    mutationFn: (typed: AdministratorForm) => session.createAdministrator(toAdministrator(typed)),
    onSuccess: async () => {
      const recoveryKey = await makeRecoveryKey();
      /** The form goes with this; what it leads to stays. */
      await queries.invalidateQueries();
      if (recoveryKey !== null) showRecoveryKey(recoveryKey);
    },
    onError: (error) => {
      if (placeIssues(form, error)) creation.reset();
      else void queries.invalidateQueries({ queryKey: sessionKey });
    },
    gcTime: 0,
  });
  const submit = form.handleSubmit((typed) => creation.mutate(typed));
  return { form, submit, isBusy: creation.isPending, failure: creation.error };
};
