import { Button, Text } from '@fluentui/react-components';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { TextControl } from '../../controls/TextControl.tsx';
import { schemaResolver } from '../../controls/schemaResolver.ts';
import { EntrancePage } from './EntrancePage.tsx';
import { forgottenSchema } from './sessionForms.ts';
import { useSessionCommand } from './useSessionCommand.ts';
import { useSignInWays } from './useSignInWays.ts';

type ForgottenPasswordFormProps = {
  /** The code was asked for under this name or address. */
  onSent: (nameOrAddress: string) => void;
  onHasCode: () => void;
  /** Null: only the person who started the program may use it. */
  onUseRecoveryKey: (() => void) | null;
  onBack: () => void;
};

/** Asks for a code by mail. What comes of it is told to nobody here: the answer is the same for every name. */
export const ForgottenPasswordForm = ({
  onSent,
  onHasCode,
  onUseRecoveryKey,
  onBack,
}: ForgottenPasswordFormProps) => {
  const { t } = useTranslation('session');
  const form = useForm({
    defaultValues: { nameOrAddress: '' },
    resolver: schemaResolver(forgottenSchema),
    mode: 'onSubmit',
  });
  const request = useSessionCommand((session, nameOrAddress: string) =>
    session.requestPasswordReset({ nameOrAddress }),
  );
  const directory = useSignInWays().data?.directory;
  const submit = form.handleSubmit(({ nameOrAddress }) =>
    request.mutate(nameOrAddress, { onSuccess: () => onSent(nameOrAddress) }),
  );
  return (
    <FormProvider {...form}>
      <EntrancePage
        title={t('forgotten.title')}
        isBusy={request.isPending}
        failure={request.error}
        onSubmit={submit}
        fields={
          <TextControl
            name="nameOrAddress"
            label={t('forgotten.nameOrAddress')}
            autoComplete="username"
            autoFocus
            required
          />
        }
        actions={
          <>
            <Button type="submit" appearance="primary" disabledFocusable={request.isPending}>
              {t('forgotten.action')}
            </Button>
            <Button onClick={onHasCode}>{t('forgotten.hasCode')}</Button>
            {onUseRecoveryKey && <Button onClick={onUseRecoveryKey}>{t('forgotten.useRecoveryKey')}</Button>}
            <Button onClick={onBack}>{t('back')}</Button>
          </>
        }
      >
        <Text>{t('forgotten.text')}</Text>
        {directory && <Text>{t('forgotten.ofDirectory', { domain: directory.domain })}</Text>}
        {!onUseRecoveryKey && <Text>{t('forgotten.recoveryElsewhere')}</Text>}
      </EntrancePage>
    </FormProvider>
  );
};
