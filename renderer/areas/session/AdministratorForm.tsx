import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { FormEvent } from 'react';
import { FormProvider } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { FormModeContext } from '../../controls/formMode.ts';
import { AdministratorControls } from './AdministratorControls.tsx';
import { useAdministratorForm } from './useAdministratorForm.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start', width: '100%' },
  fields: { width: '100%' },
});

/** Creates the first administrator, as a step of the first page. */
export const AdministratorForm = () => {
  const { t } = useTranslation('session');
  const styles = useStyles();
  const { form, submit, isBusy, failure } = useAdministratorForm();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) void submit();
  };
  return (
    <FormProvider {...form}>
      <form className={styles.form} onSubmit={send} noValidate>
        <FormModeContext value={isBusy ? 'busy' : 'edit'}>
          <div className={styles.fields}>
            <AdministratorControls />
          </div>
        </FormModeContext>
        <FailureBar error={failure} />
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {t('administrator.action')}
        </Button>
      </form>
    </FormProvider>
  );
};
