import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileSummary } from '../../../electron/contract/mail/profile.ts';
import { RefusalBar } from '../../controls/RefusalBar.tsx';
import { useHolds } from '../../shell/useSession.ts';
import { useToast } from '../../shell/ToastContext.ts';
import { FolderSelect } from '../folders/FolderSelect.tsx';
import { ActionDialog } from '../../controls/ActionDialog.tsx';
import { useProfileCommands } from './mailQueries.ts';

/** Puts a profile into another folder, or into none. */
export const MoveProfileDialog = ({ summary, onClose }: { summary: ProfileSummary; onClose: () => void }) => {
  const { t } = useTranslation(['mail', 'folders']);
  const toast = useToast();
  const holds = useHolds();
  const { id, name, folderId: present } = summary;
  const [folderId, setFolderId] = useState(present);
  const { move } = useProfileCommands(id);
  const onSuccess = () => {
    onClose();
    toast(t('move.done', { name }));
  };
  return (
    <ActionDialog
      title={t('move.title', { name })}
      action={t('move.action')}
      isBusy={move.isPending}
      canAct={folderId !== present}
      failure={null}
      onSubmit={() => folderId !== present && move.mutate(folderId, { onSuccess })}
      onClose={onClose}
    >
      <FolderSelect
        label={t('fields.folderId.label')}
        hint={t('move.help')}
        nothing={present === null || holds('mail.edit', null) ? t('folders:top') : null}
        value={folderId}
        onChange={setFolderId}
        isOffered={(offered) => holds('mail.edit', offered)}
      />
      <RefusalBar error={move.error} />
    </ActionDialog>
  );
};
