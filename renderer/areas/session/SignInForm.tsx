import { Button, Link } from '@fluentui/react-components';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../electron/contract/proof/finding.ts';
import type { Session, SignInWays } from '../../../electron/contract/session/session.contract.ts';
import { PasswordControl } from '../../controls/PasswordControl.tsx';
import { TextControl } from '../../controls/TextControl.tsx';
import { schemaResolver } from '../../controls/schemaResolver.ts';
import { asFailure } from '../../texts/asFailure.ts';
import { EntrancePage } from './EntrancePage.tsx';
import { SessionEndBar } from './SessionEndBar.tsx';
import { signInSchema } from './sessionForms.ts';
import { useSessionCommand } from './useSessionCommand.ts';
import { useSignInWays } from './useSignInWays.ts';
import { WindowsSignIn } from './WindowsSignIn.tsx';
import { WindowsSignInObstacle } from './WindowsSignInObstacle.tsx';

type SignInFormProps = {
  end: Session['end'];
  /** Whose password was just reset: the new one is in force; null: nobody's. */
  resetUser: string | null;
  onForgotten: () => void;
};

/** Why the directory could not be asked; undefined: something else went wrong, or nothing. */
const obstacleIn = (error: unknown): Finding | undefined => {
  const failure = asFailure(error);
  return failure.code === 'DIRECTORY_UNREACHABLE' ? failure.data.finding : undefined;
};

type NameAndPassword = { name: string; password: string };

/** Signs in with user name and password, and says why one was signed out. */
export const SignInForm = ({ end, resetUser, onForgotten }: SignInFormProps) => {
  const { t } = useTranslation('session');
  const form = useForm({
    defaultValues: { name: resetUser ?? '', password: '' },
    resolver: schemaResolver(signInSchema),
    mode: 'onSubmit',
  });
  const signIn = useSessionCommand((session, typed: NameAndPassword) => session.signIn(typed));
  const asWindowsUser = useSessionCommand((session) => session.signInAsWindowsUser());
  const obstacle = obstacleIn(asWindowsUser.error);
  const isBusy = signIn.isPending || asWindowsUser.isPending;
  const { directory = null, windowsUser = null } = useSignInWays().data ?? {};
  const namesOf = useNamesOf();
  /** Whoever was refused types the password again, and only that. */
  const begin = () => {
    form.resetField('password');
    form.setFocus('password');
  };
  const submit = form.handleSubmit((typed) => {
    asWindowsUser.reset();
    signIn.mutate(typed, { onError: begin });
  });
  return (
    <FormProvider {...form}>
      <EntrancePage
        title={t('signIn.title')}
        isBusy={isBusy}
        failure={signIn.error ?? asWindowsUser.error}
        advice={obstacle && <WindowsSignInObstacle finding={obstacle} />}
        onSubmit={submit}
        fields={
          <>
            <TextControl
              name="name"
              label={t('name')}
              help={directory ? namesOf(directory) : undefined}
              autoComplete="username"
              autoFocus={resetUser === null}
              required
            />
            <PasswordControl
              name="password"
              label={t('password')}
              autoComplete="current-password"
              autoFocus={resetUser !== null}
              required
            />
          </>
        }
        actions={
          <>
            <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
              {t(signIn.isPending ? 'signIn.running' : 'signIn.action')}
            </Button>
            {windowsUser !== null && (
              <WindowsSignIn
                user={windowsUser}
                isBusy={isBusy}
                onSignIn={() => {
                  signIn.reset();
                  asWindowsUser.mutate(undefined);
                }}
              />
            )}
            <Link as="button" type="button" onClick={onForgotten}>
              {t('signIn.forgotten')}
            </Link>
          </>
        }
      >
        <SessionEndBar end={end} hasNewPassword={resetUser !== null} />
      </EntrancePage>
    </FormProvider>
  );
};

/** Gives in a sentence which names people of a directory sign in with. */
const useNamesOf = () => {
  const { t } = useTranslation('session');
  return ({ domain, netbiosName }: NonNullable<SignInWays['directory']>): string =>
    t('signIn.directoryNames', { domain, netbiosName: netbiosName ?? t('signIn.anyDomain') });
};
