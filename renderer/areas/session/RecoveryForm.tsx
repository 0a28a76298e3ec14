import { Button, Text } from '@fluentui/react-components';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { PasswordControl } from '../../controls/PasswordControl.tsx';
import { placeIssues } from '../../controls/placeIssues.ts';
import { schemaResolver } from '../../controls/schemaResolver.ts';
import { EntrancePage } from './EntrancePage.tsx';
import { NewPasswordControls } from './NewPasswordControls.tsx';
import { recoverySchema } from './sessionForms.ts';
import { useSessionCommand } from './useSessionCommand.ts';

type Recovery = { recoveryKey: string; newPassword: string };

type RecoveryFormProps = {
  /** The user has the new password. */
  onDone: (user: string) => void;
  onBack: () => void;
};

/** Sets a new password for *admin* with the recovery key: the way in when it is lost and no mail can be sent. */
export const RecoveryForm = ({ onDone, onBack }: RecoveryFormProps) => {
  const { t } = useTranslation('session');
  const form = useForm({
    defaultValues: { recoveryKey: '', newPassword: '', repeated: '' },
    resolver: schemaResolver(recoverySchema),
    mode: 'onBlur',
    reValidateMode: 'onBlur',
  });
  const recovery = useSessionCommand((session, typed: Recovery) => session.recoverAdministrator(typed));
  const place = (error: unknown) => {
    if (placeIssues(form, error)) recovery.reset();
  };
  const submit = form.handleSubmit(({ recoveryKey, newPassword }) =>
    recovery.mutate({ recoveryKey, newPassword }, { onSuccess: () => onDone('admin'), onError: place }),
  );
  return (
    <FormProvider {...form}>
      <EntrancePage
        title={t('recovery.title')}
        isBusy={recovery.isPending}
        failure={recovery.error}
        onSubmit={submit}
        fields={
          <>
            <PasswordControl
              name="recoveryKey"
              label={t('recovery.key')}
              help={t('recovery.keyHelp')}
              autoComplete="off"
              autoFocus
              required
            />
            <NewPasswordControls name="newPassword" />
          </>
        }
        actions={
          <>
            <Button type="submit" appearance="primary" disabledFocusable={recovery.isPending}>
              {t('recovery.action')}
            </Button>
            <Button onClick={onBack}>{t('back')}</Button>
          </>
        }
      >
        <Text>{t('recovery.text')}</Text>
      </EntrancePage>
    </FormProvider>
  );
};
