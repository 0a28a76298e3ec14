import { useTranslation } from 'react-i18next';
import type { ProfileSummary } from '../../../electron/contract/mail/profile.ts';
import { ConfirmDialog } from '../../controls/ConfirmDialog.tsx';
import { navigate } from '../../shell/RouteContext.ts';
import { useToast } from '../../shell/ToastContext.ts';
import { useProfileCommands } from './mailQueries.ts';

type RemoveProfileDialogProps = {
  summary: ProfileSummary;
  open: boolean;
  onClose: () => void;
};

/** Asks before a profile goes, and says what goes with it. */
export const RemoveProfileDialog = ({ summary, open, onClose }: RemoveProfileDialogProps) => {
  const { t } = useTranslation('mail');
  const toast = useToast();
  const { id, name } = summary;
  const { remove } = useProfileCommands(id);
  const onRemoved = () => {
    toast(t('removed', { name }));
    navigate({ area: 'mail' });
  };
  return (
    <ConfirmDialog
      open={open}
      title={t('remove.title', { name })}
      consequence={t('remove.consequence')}
      action={t('remove.action')}
      onConfirm={() => {
        onClose();
        remove.mutate(undefined, { onSuccess: onRemoved });
      }}
      onCancel={onClose}
    />
  );
};
