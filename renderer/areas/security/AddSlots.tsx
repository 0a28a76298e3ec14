import { Body1Strong, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Protection } from '../../../electron/contract/security/security.contract.ts';
import { useMay } from '../../shell/useSession.ts';
import { AddPassphraseDialog } from './AddPassphraseDialog.tsx';
import { AddAutomaticSlotDialog, type AutomaticKind } from './AddAutomaticSlotDialog.tsx';
import { NewRecoveryKey } from './NewRecoveryKey.tsx';
import { addableKinds } from './slotActions.ts';

const useStyles = makeStyles({
  add: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

/** Offers every way to open the vault that this machine has and that is not there yet. */
export const AddSlots = ({ protection }: { protection: Protection }) => {
  const { t } = useTranslation('security');
  const styles = useStyles();
  const mayEdit = useMay('security.edit');
  const [asked, setAsked] = useState<AutomaticKind | 'passphrase' | null>(null);
  const kinds = addableKinds(protection);
  const close = () => setAsked(null);
  if (kinds.length === 0) return null;
  return (
    <div className={styles.add}>
      <Body1Strong>{t('add.title')}</Body1Strong>
      {kinds.map((kind) =>
        kind === 'recoveryKey' ? (
          <NewRecoveryKey key={kind} isReplacing={false} />
        ) : (
          <Button key={kind} size="small" disabled={!mayEdit} onClick={() => setAsked(kind)}>
            {t(`add.${kind}`)}
          </Button>
        ),
      )}
      {asked === 'passphrase' && <AddPassphraseDialog onClose={close} />}
      {asked !== null && asked !== 'passphrase' && <AddAutomaticSlotDialog kind={asked} onClose={close} />}
    </div>
  );
};
