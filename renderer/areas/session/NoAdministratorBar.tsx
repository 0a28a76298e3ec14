import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../shell/useSession.ts';

const AdministratorDialog = lazy(async () => ({
  default: (await import('./AdministratorDialog.tsx')).AdministratorDialog,
}));

/** Says, until there is an administrator, that nobody has to sign in yet, and offers to change that. */
export const NoAdministratorBar = () => {
  const { t } = useTranslation();
  const [isCreating, setCreating] = useState(false);
  if (useSession().data?.state !== 'starting') return null;
  return (
    <>
      <MessageBar intent="warning" role="status">
        <MessageBarBody>{t('noAdministrator.text')}</MessageBarBody>
        <MessageBarActions>
          <Button onClick={() => setCreating(true)}>{t('noAdministrator.create')}</Button>
        </MessageBarActions>
      </MessageBar>
      {isCreating && (
        <Suspense>
          <AdministratorDialog onClose={() => setCreating(false)} />
        </Suspense>
      )}
    </>
  );
};
