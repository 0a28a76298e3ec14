import {
  Body1,
  Body1Strong,
  Caption1,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Protection, Slot } from '../../../electron/contract/security/security.contract.ts';
import { exactTime } from '../../texts/moments.ts';
import { useLanguage } from '../../texts/useLanguage.ts';
import { opensBeside } from './slotActions.ts';
import { SlotActions } from './SlotActions.tsx';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  warning: { flexShrink: 0 },
  detail: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** One way to open the vault: what it is, what it protects against and what not. */
export const SlotCard = ({ slot, protection }: { slot: Slot; protection: Protection }) => {
  const { t } = useTranslation('security');
  const styles = useStyles();
  const beside = slot.kind === 'passphrase' ? opensBeside(protection) : null;
  const created = t('slot.created', { at: exactTime(slot.createdAt, useLanguage()) });
  return (
    <li className={styles.card}>
      <Body1Strong as="h3">{t(`slots.${slot.kind}.title`)}</Body1Strong>
      <Caption1 className={styles.detail}>
        {[slot.detail, created].filter((part) => part !== '').join(' · ')}
      </Caption1>
      {beside ? (
        <MessageBar className={styles.warning} intent="warning" layout="multiline">
          <MessageBarBody>{t(`slots.passphrase.beside.${beside}`)}</MessageBarBody>
        </MessageBar>
      ) : (
        <Body1>{t(`slots.${slot.kind}.protects`)}</Body1>
      )}
      <Body1>{t(`slots.${slot.kind}.doesNotProtect`)}</Body1>
      <SlotActions slot={slot} protection={protection} />
    </li>
  );
};
