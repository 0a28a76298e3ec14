import { MessageBar, MessageBarBody, Spinner, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkRequest, BulkSubject } from '../../../electron/contract/users/bulk.ts';
import { RefusalBar } from '../../controls/RefusalBar.tsx';
import { useToast } from '../../shell/ToastContext.ts';
import { useCommand } from '../../shell/useCommand.ts';
import { asFailure } from '../../texts/asFailure.ts';
import { FolderSelect } from '../folders/FolderSelect.tsx';
import { ActionDialog } from '../../controls/ActionDialog.tsx';
import { actionOf, type BulkKind, isGroupKind, takesRole } from './bulkKinds.ts';
import { BulkPreviewDetails } from './BulkPreviewDetails.tsx';
import { RoleSelect } from './RoleSelect.tsx';
import { useBulkPreview } from './usersQueries.ts';
import { useWhoText } from './useWhoText.ts';

type BulkDialogProps = {
  kind: BulkKind;
  subject: BulkSubject;
  onDone: () => void;
  onClose: () => void;
};

/**
 * Says what would be done, to how many, and who is left out and why; then does exactly that. Where it would be others by
 * then, it says so and shows them.
 */
export const BulkDialog = ({ kind, subject, onDone, onClose }: BulkDialogProps) => {
  const { t } = useTranslation(['users', 'roles', 'shell']);
  const toast = useToast();
  const [roleId, setRoleId] = useState<string | null>(null);
  const [folderId, setFolderId] = useState<string | null>(null);
  const action = actionOf(kind, { roleId, folderId });
  const preview = useBulkPreview(action && { action, subject });
  const applying = useCommand((client, request: BulkRequest & { fingerprint: string }) =>
    client.users.applyBulk(request),
  );
  const { count, groups } = preview.data ?? { count: 0, groups: 0 };
  const who = useWhoText()({ users: count - groups, groups });
  const title = t(`bulk.titles.${kind}`, { who });
  const isStale = applying.error !== null && asFailure(applying.error).code === 'CONFLICT';
  const apply = () => {
    if (!action || !preview.data) return;
    const { fingerprint } = preview.data;
    applying.mutate(
      { action, subject, fingerprint },
      {
        onSuccess: ({ changed }) => {
          toast(t(kind === 'delete' ? 'bulk.deleted' : 'bulk.done', { count: changed, who }));
          onDone();
          onClose();
        },
      },
    );
  };
  return (
    <ActionDialog
      title={title}
      action={title}
      isBusy={applying.isPending}
      canAct={count > 0 && !preview.isFetching}
      failure={preview.error}
      onSubmit={apply}
      onClose={onClose}
    >
      {takesRole(kind) && (
        <>
          <RoleSelect value={roleId} onChange={setRoleId} />
          <FolderSelect
            label={t('roles:users.columns.place')}
            nothing={t('roles:everywhere')}
            value={folderId}
            onChange={setFolderId}
          />
        </>
      )}
      {!takesRole(kind) && count > groups && <Text>{t(`bulk.consequences.${kind}`)}</Text>}
      {isGroupKind(kind) && groups > 0 && <Text>{t(`bulk.groupConsequences.${kind}`)}</Text>}
      {isStale && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('bulk.stale')}</MessageBarBody>
        </MessageBar>
      )}
      {!isStale && <RefusalBar error={applying.error} />}
      {preview.data && <BulkPreviewDetails kind={kind} preview={preview.data} />}
      {preview.isLoading && <Spinner label={t('shell:loading')} />}
    </ActionDialog>
  );
};
