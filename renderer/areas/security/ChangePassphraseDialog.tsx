import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ActionDialog } from '../../controls/ActionDialog.tsx';
import { NewPassphraseControls } from './NewPassphraseControls.tsx';
import { PasswordControl } from '../../controls/PasswordControl.tsx';
import { changedPassphraseSchema, emptyChangedPassphrase } from './passphraseForms.ts';
import { useProtectionCommand } from './protectionQueries.ts';
import { schemaResolver } from '../../controls/schemaResolver.ts';

type ChangePassphraseDialogProps = { slotId: string; onClose: () => void };
type Change = { slotId: string; current: string; passphrase: string };

/** Replaces the passphrase; the present one is asked for. */
export const ChangePassphraseDialog = ({ slotId, onClose }: ChangePassphraseDialogProps) => {
  const { t } = useTranslation('security');
  const form = useForm({
    defaultValues: emptyChangedPassphrase,
    resolver: schemaResolver(changedPassphraseSchema),
    mode: 'onBlur',
    reValidateMode: 'onBlur',
  });
  const change = useProtectionCommand((security, request: Change) => security.changePassphrase(request));
  const submit = form.handleSubmit(({ current, passphrase }) =>
    change.mutate({ slotId, current, passphrase }, { onSuccess: onClose }),
  );
  return (
    <FormProvider {...form}>
      <ActionDialog
        title={t('passphrase.change')}
        action={t('passphrase.changeAction')}
        isBusy={change.isPending}
        failure={change.error}
        onSubmit={submit}
        onClose={onClose}
      >
        <PasswordControl
          name="current"
          label={t('passphrase.current')}
          autoComplete="current-password"
          required
        />
        <NewPassphraseControls />
      </ActionDialog>
    </FormProvider>
  );
};
