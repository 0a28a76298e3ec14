import { Button, Spinner } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { ConsoleDialog } from '../../controls/ConsoleDialog.tsx';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { navigate } from '../../shell/RouteContext.ts';
import { useToast } from '../../shell/ToastContext.ts';
import { RestorePreview } from './RestorePreview.tsx';
import { changesAnything, useRestorePreview, useRestoreRevision } from './settingsQueries.ts';

type RestoreDialogProps = { restore: number; onClose: () => void };

/** Says what a restore would change now, and does it. What changed meanwhile is listed again before it is done. */
export const RestoreDialog = ({ restore, onClose }: RestoreDialogProps) => {
  const { t } = useTranslation(['settings', 'shell']);
  const preview = useRestorePreview(restore);
  const restoration = useRestoreRevision();
  const showSuccess = useToast();
  const canRestore = preview.data !== undefined && changesAnything(preview.data) && !preview.isFetching;
  const confirm = () => {
    if (!canRestore || restoration.isPending) return;
    restoration.mutate(
      { revision: preview.data.revision, restore },
      {
        onSuccess: ({ revision }) => {
          onClose();
          showSuccess(t('restore.done', { restore, revision }));
          navigate({ area: 'history' });
        },
      },
    );
  };
  return (
    <ConsoleDialog
      kind="alert"
      title={t('restore.title', { restore })}
      wide
      isLong
      onClose={onClose}
      actions={
        <>
          <Button
            appearance="primary"
            disabledFocusable={!canRestore || restoration.isPending}
            onClick={confirm}
          >
            {t('restore.action', { restore })}
          </Button>
          <Button onClick={onClose}>{t('shell:controls.cancel')}</Button>
        </>
      }
    >
      <FailureBar error={preview.error ?? restoration.error} />
      {preview.isPending && <Spinner label={t('history.comparing')} />}
      {preview.data && <RestorePreview preview={preview.data} />}
    </ConsoleDialog>
  );
};
