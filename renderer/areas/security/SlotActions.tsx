import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Protection, Slot } from '../../../electron/contract/security/security.contract.ts';
import { useIsAdministrator, useMay } from '../../shell/useSession.ts';
import { ChangePassphraseDialog } from './ChangePassphraseDialog.tsx';
import { NewRecoveryKey } from './NewRecoveryKey.tsx';
import { RemoveSlotDialog } from './RemoveSlotDialog.tsx';
import { isRemovable } from './slotActions.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

/** Change and Remove; the last slot stays, and the button says why. */
export const SlotActions = ({ slot, protection }: { slot: Slot; protection: Protection }) => {
  const { t } = useTranslation('security');
  const styles = useStyles();
  const reasonId = useId();
  const [asked, setAsked] = useState<'change' | 'remove' | null>(null);
  const mayEdit = useMay('security.edit');
  const isOpen = protection.state === 'unlocked';
  const isLast = !isRemovable(protection);
  // Why stands beside the button that makes another one.
  const isReserved = !useIsAdministrator() && slot.kind === 'recoveryKey';
  const name = t(`slots.${slot.kind}.title`);
  const close = () => setAsked(null);
  return (
    <div className={styles.actions}>
      {slot.kind === 'passphrase' && (
        <Button size="small" disabled={!mayEdit} onClick={() => setAsked('change')}>
          {t('passphrase.change')}
        </Button>
      )}
      {slot.kind === 'recoveryKey' && isOpen && <NewRecoveryKey isReplacing />}
      <Button
        size="small"
        disabled={!mayEdit || !isOpen}
        disabledFocusable={isLast || isReserved}
        aria-label={t('remove.ask', { name })}
        {...(isLast ? { 'aria-describedby': reasonId } : {})}
        onClick={() => setAsked('remove')}
      >
        {t('remove.short')}
      </Button>
      {isLast && <Caption1 id={reasonId}>{t('remove.last')}</Caption1>}
      {asked === 'change' && <ChangePassphraseDialog slotId={slot.id} onClose={close} />}
      {asked === 'remove' && (
        <RemoveSlotDialog slotId={slot.id} name={name} kind={slot.kind} onClose={close} />
      )}
    </div>
  );
};
