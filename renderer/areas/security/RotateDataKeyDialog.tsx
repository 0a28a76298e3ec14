import { Body1 } from '@fluentui/react-components';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ActionDialog } from '../../controls/ActionDialog.tsx';
import { PasswordControl } from '../../controls/PasswordControl.tsx';
import { presentPassphraseSchema } from './passphraseForms.ts';
import { schemaResolver } from '../../controls/schemaResolver.ts';

type RotateDataKeyDialogProps = {
  /** The passphrase slot is wrapped again and needs its passphrase. */
  needsPassphrase: boolean;
  isBusy: boolean;
  failure: unknown;
  onRotate: (passphrase: string | null) => void;
  onClose: () => void;
};

/** Says what a new data key means, and asks for the passphrase where there is one. */
export const RotateDataKeyDialog = (props: RotateDataKeyDialogProps) => {
  const { needsPassphrase, isBusy, failure, onRotate, onClose } = props;
  const { t } = useTranslation('security');
  const form = useForm({
    defaultValues: { passphrase: '' },
    resolver: schemaResolver(presentPassphraseSchema),
    mode: 'onBlur',
    reValidateMode: 'onBlur',
  });
  const submit = form.handleSubmit(({ passphrase }) => onRotate(passphrase));
  return (
    <FormProvider {...form}>
      <ActionDialog
        title={t('dataKey.rotate')}
        action={t('dataKey.action')}
        isBusy={isBusy}
        failure={failure}
        onSubmit={needsPassphrase ? submit : () => onRotate(null)}
        onClose={onClose}
      >
        <Body1>{t('dataKey.text')}</Body1>
        {needsPassphrase && (
          <PasswordControl
            name="passphrase"
            label={t('passphrase.current')}
            autoComplete="current-password"
            required
          />
        )}
      </ActionDialog>
    </FormProvider>
  );
};
