import { Button, Text } from '@fluentui/react-components';
import { FormProvider } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { PasswordControl } from '../../controls/PasswordControl.tsx';
import { EntrancePage } from './EntrancePage.tsx';
import { NewPasswordControls } from './NewPasswordControls.tsx';
import { useOwnPasswordForm } from './useOwnPasswordForm.ts';
import { useSessionCommand } from './useSessionCommand.ts';
import { UserNameInput } from './UserNameInput.tsx';

/** The one thing that somebody can do whose password has to be replaced, besides signing out. */
export const ReplacePasswordForm = ({ user }: { user: string }) => {
  const { t } = useTranslation('session');
  const { form, submit, isBusy, failure } = useOwnPasswordForm();
  const signOut = useSessionCommand((session) => session.signOut());
  return (
    <FormProvider {...form}>
      <EntrancePage
        title={t('replace.title')}
        isBusy={isBusy}
        failure={failure ?? signOut.error}
        onSubmit={submit}
        fields={
          <>
            <UserNameInput user={user} />
            <PasswordControl
              name="present"
              label={t('presentPassword')}
              autoComplete="current-password"
              autoFocus
              required
            />
            <NewPasswordControls name="next" />
          </>
        }
        actions={
          <>
            <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
              {t('replace.action')}
            </Button>
            <Button disabledFocusable={signOut.isPending} onClick={() => signOut.mutate(undefined)}>
              {t('signOut')}
            </Button>
          </>
        }
      >
        <Text>{t('replace.text', { user })}</Text>
      </EntrancePage>
    </FormProvider>
  );
};
