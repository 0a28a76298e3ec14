import { Body1 } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { SlotKind } from '../../../electron/contract/security/security.contract.ts';
import { ActionDialog } from '../../controls/ActionDialog.tsx';
import { useProtectionCommand } from './protectionQueries.ts';

type RemoveSlotDialogProps = { slotId: string; name: string; kind: SlotKind; onClose: () => void };

/** Asks before a way to open the vault is taken away. */
export const RemoveSlotDialog = ({ slotId, name, kind, onClose }: RemoveSlotDialogProps) => {
  const { t } = useTranslation('security');
  const removal = useProtectionCommand((security, id: string) => security.removeSlot({ slotId: id }));
  return (
    <ActionDialog
      title={t('remove.title', { name })}
      action={t('remove.ask', { name })}
      isBusy={removal.isPending}
      failure={removal.error}
      onSubmit={() => removal.mutate(slotId, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Body1>{t(`remove.consequence.${kind}`)}</Body1>
    </ActionDialog>
  );
};
