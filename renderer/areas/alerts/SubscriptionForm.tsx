import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertSubscriptions } from '../../../electron/contract/alerts/alert.ts';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { SaveBar } from '../../controls/SaveBar.tsx';
import { useLeaveGuard } from '../../shell/RouteContext.ts';
import { useShortcut } from '../../shell/shortcutRegistry.ts';
import { useToast } from '../../shell/ToastContext.ts';
import { useLeaveQuestion } from '../../shell/useLeaveQuestion.ts';
import { useSaveSubscriptions } from './alertQueries.ts';
import { wantTheSame } from './subscriptions.ts';
import { SubscriptionFields } from './SubscriptionFields.tsx';

/** The reader's own subscriptions, edited until they are saved. */
export const SubscriptionForm = ({ stored }: { stored: AlertSubscriptions }) => {
  const { t } = useTranslation('alerts');
  const [edited, setEdited] = useState<AlertSubscriptions | null>(null);
  const wanted = edited ?? stored;
  const showSuccess = useToast();
  const saving = useSaveSubscriptions();
  const isChanged = !wantTheSame(wanted, stored);
  useLeaveGuard(isChanged, useLeaveQuestion());
  const save = () =>
    saving.mutate(wanted, {
      onSuccess: () => {
        setEdited(null);
        showSuccess(t('subscriptions.saved'));
      },
    });
  useShortcut('save', save, isChanged && !saving.isPending);
  return (
    <div>
      <SubscriptionFields value={wanted} isDisabled={saving.isPending} onChange={setEdited} />
      <FailureBar error={saving.error} />
      <SaveBar state={isChanged && t('subscriptions.unsaved')}>
        <Button disabled={!isChanged || saving.isPending} onClick={() => setEdited(null)}>
          {t('subscriptions.discard')}
        </Button>
        <Button appearance="primary" disabled={!isChanged || saving.isPending} onClick={save}>
          {t('subscriptions.save')}
        </Button>
      </SaveBar>
    </div>
  );
};
