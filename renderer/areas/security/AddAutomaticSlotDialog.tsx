import { Body1 } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { ActionDialog } from '../../controls/ActionDialog.tsx';
import { useProtectionCommand } from './protectionQueries.ts';

/** Ways to open the vault at start with nobody there. */
export type AutomaticKind = 'operatingSystem' | 'keyFile';

/** Says what the new way protects against and what not, and adds it. */
export const AddAutomaticSlotDialog = ({ kind, onClose }: { kind: AutomaticKind; onClose: () => void }) => {
  const { t } = useTranslation('security');
  const addition = useProtectionCommand((security, added: AutomaticKind) =>
    added === 'keyFile' ? security.addKeyFile() : security.addOperatingSystem(),
  );
  return (
    <ActionDialog
      title={t(`add.${kind}`)}
      action={t('add.action')}
      isBusy={addition.isPending}
      failure={addition.error}
      onSubmit={() => addition.mutate(kind, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Body1>{t(`slots.${kind}.protects`)}</Body1>
      <Body1>{t(`slots.${kind}.doesNotProtect`)}</Body1>
    </ActionDialog>
  );
};
