import { useTranslation } from 'react-i18next';
import type { ProfileSummary } from '../../../electron/contract/mail/profile.ts';
import { ConfirmDialog } from '../../controls/ConfirmDialog.tsx';
import { useToast } from '../../shell/ToastContext.ts';
import { useProfileCommands } from './mailQueries.ts';

type SignOutDialogProps = { summary: ProfileSummary; open: boolean; onClose: () => void };

/** Asks before the tokens of a profile are forgotten, and says what that means for mail. */
export const SignOutDialog = ({ summary, open, onClose }: SignOutDialogProps) => {
  const { t } = useTranslation('mail');
  const toast = useToast();
  const { id, name } = summary;
  const { signOut } = useProfileCommands(id);
  return (
    <ConfirmDialog
      open={open}
      title={t('signOut.title', { name })}
      consequence={t('signOut.consequence')}
      action={t('signOut.action')}
      onConfirm={() => {
        onClose();
        signOut.mutate(undefined, {
          onSuccess: ({ forgotten }) => toast(t(forgotten ? 'signOut.done' : 'signOut.nothing', { name })),
        });
      }}
      onCancel={onClose}
    />
  );
};
