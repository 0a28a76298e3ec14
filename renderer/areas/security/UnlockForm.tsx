import { Button, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Protection } from '../../../electron/contract/security/security.contract.ts';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { useToast } from '../../shell/ToastContext.ts';
import { PasswordControl } from '../../controls/PasswordControl.tsx';
import { unlockSchema } from './passphraseForms.ts';
import { useProtectionCommand } from './protectionQueries.ts';
import { schemaResolver } from '../../controls/schemaResolver.ts';
import { typedKinds } from './slotActions.ts';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    gap: tokens.spacingVerticalS,
    maxWidth: '480px',
  },
  field: { alignSelf: 'stretch' },
});

type Attempt = { kind: 'passphrase' | 'recoveryKey'; value: string };

/** Opens the vault with the passphrase or the recovery key, until the program ends. */
export const UnlockForm = ({ protection }: { protection: Protection }) => {
  const { t } = useTranslation('security');
  const styles = useStyles();
  const kinds = typedKinds(protection);
  const [chosen, setChosen] = useState(kinds[0]);
  const form = useForm({
    defaultValues: { value: '' },
    resolver: schemaResolver(unlockSchema),
    mode: 'onSubmit',
  });
  const unlocking = useProtectionCommand((security, attempt: Attempt) => security.unlockVault(attempt));
  const showSuccess = useToast();
  if (!chosen) return null;
  const submit = form.handleSubmit(({ value }) =>
    unlocking.mutate({ kind: chosen, value }, { onSuccess: () => showSuccess(t('unlock.done')) }),
  );
  return (
    <FormProvider {...form}>
      <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
        {kinds.length > 1 && (
          <RadioGroup
            layout="horizontal"
            aria-label={t('unlock.with')}
            value={chosen}
            onChange={(_, { value }) => setChosen(kinds.find((kind) => kind === value))}
          >
            {kinds.map((kind) => (
              <Radio key={kind} value={kind} label={t(`slots.${kind}.title`)} />
            ))}
          </RadioGroup>
        )}
        <div className={styles.field}>
          <PasswordControl
            name="value"
            label={t(`slots.${chosen}.title`)}
            help={t(`unlock.help.${chosen}`)}
            autoComplete={chosen === 'passphrase' ? 'current-password' : 'off'}
            required
          />
        </div>
        <FailureBar error={unlocking.error} />
        <Button type="submit" appearance="primary" disabledFocusable={unlocking.isPending}>
          {t('unlock.action')}
        </Button>
      </form>
    </FormProvider>
  );
};
