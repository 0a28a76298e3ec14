import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ActionDialog } from '../../controls/ActionDialog.tsx';
import { NewPassphraseControls } from './NewPassphraseControls.tsx';
import { emptyNewPassphrase, repeatedPassphraseSchema } from './passphraseForms.ts';
import { useProtectionCommand } from './protectionQueries.ts';
import { schemaResolver } from '../../controls/schemaResolver.ts';

/** Adds a passphrase as a way to open the vault. */
export const AddPassphraseDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('security');
  const form = useForm({
    defaultValues: emptyNewPassphrase,
    resolver: schemaResolver(repeatedPassphraseSchema),
    mode: 'onBlur',
    reValidateMode: 'onBlur',
  });
  const addition = useProtectionCommand((security, passphrase: string) =>
    security.addPassphrase({ passphrase }),
  );
  return (
    <FormProvider {...form}>
      <ActionDialog
        title={t('add.passphrase')}
        action={t('add.action')}
        isBusy={addition.isPending}
        failure={addition.error}
        onSubmit={form.handleSubmit(({ passphrase }) => addition.mutate(passphrase, { onSuccess: onClose }))}
        onClose={onClose}
      >
        <NewPassphraseControls />
      </ActionDialog>
    </FormProvider>
  );
};
