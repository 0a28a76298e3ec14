import { Body1, Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../controls/ConfirmDialog.tsx';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { navigate } from '../../shell/RouteContext.ts';
import { useMay } from '../../shell/useSession.ts';
import { useToast } from '../../shell/ToastContext.ts';
import { useRestoreRevision } from './settingsQueries.ts';

/** Puts the settings of a save back, after asking; not for the newest one, which is in force. */
export const RestoreButton = ({ restore, newest }: { restore: number; newest: number }) => {
  const { t } = useTranslation('settings');
  const [isAsked, setAsked] = useState(false);
  const mayRestore = useMay('settings.edit');
  const restoration = useRestoreRevision();
  const showSuccess = useToast();
  const confirm = () => {
    setAsked(false);
    restoration.mutate(
      { revision: newest, restore },
      {
        onSuccess: ({ revision }) => {
          showSuccess(t('restore.done', { restore, revision }));
          navigate({ area: 'history' });
        },
      },
    );
  };
  if (restore === newest) return <Body1>{t('restore.inForce')}</Body1>;
  return (
    <div>
      <FailureBar error={restoration.error} />
      <Button disabled={!mayRestore} disabledFocusable={restoration.isPending} onClick={() => setAsked(true)}>
        {t('restore.ask', { restore })}
      </Button>
      <ConfirmDialog
        open={isAsked}
        title={t('restore.title', { restore })}
        consequence={t('restore.consequence', { next: newest + 1 })}
        action={t('restore.action', { restore })}
        onConfirm={confirm}
        onCancel={() => setAsked(false)}
      />
    </div>
  );
};
