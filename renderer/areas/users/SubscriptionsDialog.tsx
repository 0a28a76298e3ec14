import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertSubscriptions } from '../../../electron/contract/alerts/alert.ts';
import { useToast } from '../../shell/ToastContext.ts';
import { useCommand } from '../../shell/useCommand.ts';
import { SubscriptionFields } from '../alerts/SubscriptionFields.tsx';
import { wantTheSame } from '../alerts/subscriptions.ts';
import { ActionDialog } from '../../controls/ActionDialog.tsx';

type SubscriptionsDialogProps = {
  userId: string;
  name: string;
  stored: AlertSubscriptions;
  onClose: () => void;
};

/** Decides which alerts somebody else gets by mail. */
export const SubscriptionsDialog = ({ userId, name, stored, onClose }: SubscriptionsDialogProps) => {
  const { t } = useTranslation(['users', 'roles']);
  const toast = useToast();
  const [wanted, setWanted] = useState(stored);
  const saving = useCommand((client, subscriptions: AlertSubscriptions) =>
    client.alerts.saveUserSubscriptions({ userId, subscriptions }),
  );
  const save = () =>
    saving.mutate(wanted, {
      onSuccess: () => {
        toast(t('saved', { name }));
        onClose();
      },
    });
  return (
    <ActionDialog
      title={t('subscriptions.of', { name })}
      action={t('roles:save')}
      isBusy={saving.isPending}
      canAct={!wantTheSame(wanted, stored)}
      failure={saving.error}
      onSubmit={save}
      onClose={onClose}
    >
      <SubscriptionFields value={wanted} isDisabled={saving.isPending} onChange={setWanted} />
    </ActionDialog>
  );
};
