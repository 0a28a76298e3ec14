import { Body1, makeStyles, Spinner, Subtitle1, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Protection } from '../../../electron/contract/security/security.contract.ts';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { AddSlots } from './AddSlots.tsx';
import { DataKey } from './DataKey.tsx';
import { OpenDataFolder } from './OpenDataFolder.tsx';
import { ProtectionState } from './ProtectionState.tsx';
import { useProtection } from './protectionQueries.ts';
import { ReplacedMachineGuide } from './ReplacedMachineGuide.tsx';
import { canBeUsed, orderedSlots } from './slotActions.ts';
import { SlotCard } from './SlotCard.tsx';
import { StartNewVault } from './StartNewVault.tsx';
import { UnlockForm } from './UnlockForm.tsx';

const useStyles = makeStyles({
  section: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
  },
  slots: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 380px), 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

/** How the stored passwords are protected, and every way to change that. */
export const ProtectionSection = () => {
  const { t } = useTranslation('security');
  const styles = useStyles();
  const { data: protection, error } = useProtection();
  return (
    <section className={styles.section} aria-labelledby="protection-title">
      <Subtitle1 as="h2" id="protection-title" tabIndex={-1}>
        {t('protection.title')}
      </Subtitle1>
      <Body1>{t('protection.introduction')}</Body1>
      <OpenDataFolder />
      <FailureBar error={error} />
      {!protection && !error && <Spinner label={t('protection.loading')} />}
      {protection && <ProtectionBody protection={protection} />}
    </section>
  );
};

const ProtectionBody = ({ protection }: { protection: Protection }) => {
  const styles = useStyles();
  const isShut = !canBeUsed(protection);
  return (
    <>
      <ProtectionState protection={protection} />
      {protection.state === 'locked' && <UnlockForm protection={protection} />}
      {isShut && <StartNewVault />}
      <ul className={styles.slots}>
        {orderedSlots(protection.slots).map((slot) => (
          <SlotCard key={slot.id} slot={slot} protection={protection} />
        ))}
      </ul>
      {!isShut && (
        <>
          <AddSlots protection={protection} />
          <DataKey protection={protection} />
        </>
      )}
      <ReplacedMachineGuide openAtFirst={isShut} />
    </>
  );
};
