import { Button, Text } from '@fluentui/react-components';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { ResetLink } from '../../api/resetLink.ts';
import { placeIssues } from '../../controls/placeIssues.ts';
import { TextControl } from '../../controls/TextControl.tsx';
import { schemaResolver } from '../../controls/schemaResolver.ts';
import { EntrancePage } from './EntrancePage.tsx';
import { NewPasswordControls } from './NewPasswordControls.tsx';
import { resetSchema } from './sessionForms.ts';
import { useSessionCommand } from './useSessionCommand.ts';

type ResetPasswordFormProps = {
  /** Fills in name and code; null: they are typed. */
  link: ResetLink | null;
  /** Under what the code was asked for just now; null: it came earlier. */
  askedFor: string | null;
  /** The user has the new password. */
  onDone: (user: string) => void;
  onBack: () => void;
};

type Completion = { name: string; code: string; newPassword: string };

/** No user name holds an @. */
const userNameIn = (askedFor: string | null): string =>
  askedFor === null || askedFor.includes('@') ? '' : askedFor.trim();

/** Sets a new password for the code of a mail. */
export const ResetPasswordForm = ({ link, askedFor, onDone, onBack }: ResetPasswordFormProps) => {
  const { t } = useTranslation('session');
  const user = link?.user ?? userNameIn(askedFor);
  const form = useForm({
    defaultValues: { name: user, code: link?.code ?? '', newPassword: '', repeated: '' },
    resolver: schemaResolver(resetSchema),
    mode: 'onBlur',
    reValidateMode: 'onBlur',
  });
  const completion = useSessionCommand((session, typed: Completion) => session.completePasswordReset(typed));
  const place = (error: unknown) => {
    if (placeIssues(form, error)) completion.reset();
  };
  const submit = form.handleSubmit(({ name, code, newPassword }) =>
    completion.mutate({ name, code, newPassword }, { onSuccess: () => onDone(name), onError: place }),
  );
  return (
    <FormProvider {...form}>
      <EntrancePage
        title={t('reset.title')}
        isBusy={completion.isPending}
        failure={completion.error}
        onSubmit={submit}
        fields={
          <>
            <TextControl
              name="name"
              label={t('name')}
              autoComplete="username"
              autoFocus={user === ''}
              required
            />
            <TextControl
              name="code"
              label={t('reset.code')}
              help={t('reset.codeHelp')}
              autoFocus={!link && user !== ''}
              required
            />
            <NewPasswordControls name="newPassword" autoFocus={link !== null} />
          </>
        }
        actions={
          <>
            <Button type="submit" appearance="primary" disabledFocusable={completion.isPending}>
              {t('reset.action')}
            </Button>
            <Button onClick={onBack}>{t('back')}</Button>
          </>
        }
      >
        {link === null && <Text>{t(askedFor === null ? 'reset.hasCode' : 'reset.text')}</Text>}
      </EntrancePage>
    </FormProvider>
  );
};
