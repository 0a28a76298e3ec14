import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileKind } from '../../../electron/contract/mail/profile.ts';
import { AddressDetection } from './AddressDetection.tsx';
import { kindForm, presetForm } from './form/presetForm.ts';
import { usePresets } from './mailQueries.ts';
import { OfferCard } from './OfferCard.tsx';
import type { BeginProfile } from './useNewProfiles.ts';

const useStyles = makeStyles({
  content: { display: 'grid', gap: tokens.spacingVerticalM },
  offers: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
    gap: tokens.spacingHorizontalS,
  },
});

/** `Google (Gmail, Google Workspace)` is called `Google`. */
const shortName = (title: string): string => title.replace(/\s*\(.*\)$/, '');

type ProfileOffersProps = {
  kinds: readonly ProfileKind[];
  onBegin: BeginProfile;
  /** A further offer, after all others. */
  children?: ReactNode;
};

/** How a profile can start: from an address, from a preset, or from its kind. */
export const ProfileOffers = ({ kinds, onBegin, children }: ProfileOffersProps) => {
  const { t } = useTranslation(['mail', 'presets']);
  const styles = useStyles();
  const presets = usePresets().data?.presets ?? [];
  const [typed, setTyped] = useState('');
  const address = typed.trim();
  return (
    <div className={styles.content}>
      <AddressDetection address={typed} onType={setTyped} onBegin={onBegin} />
      <div className={styles.offers}>
        {presets.map((preset) => (
          <OfferCard
            key={preset.name}
            title={t(`presets:${preset.name}.title`)}
            text={t(`presets:${preset.name}.action`)}
            onChoose={() =>
              onBegin(
                presetForm(shortName(t(`presets:${preset.name}.title`)), preset, preset, address),
                preset,
              )
            }
          />
        ))}
        {kinds.map((kind) => (
          <OfferCard
            key={kind}
            title={t(`kinds.${kind}.label`)}
            text={t(`kinds.${kind}.help`)}
            onChoose={() => onBegin(kindForm(kind, address))}
          />
        ))}
        {children}
      </div>
    </div>
  );
};
