import { Text } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Detection, DetectionCandidate } from '../../../electron/contract/mail/preset.ts';
import { presetForm } from './form/presetForm.ts';
import { usePresets } from './mailQueries.ts';
import { OfferCard } from './OfferCard.tsx';
import type { BeginProfile } from './useNewProfiles.ts';

/** Nobody says what this server is for. */
const isOnlyThere = ({ foundBy }: DetectionCandidate): boolean =>
  foundBy === 'name' || foundBy === 'exchanger';

type DetectedServersProps = { detection: Detection; address: string; onBegin: BeginProfile };

/** What was found for an address; each offer says how. */
export const DetectedServers = ({ detection, address, onBegin }: DetectedServersProps) => {
  const { t } = useTranslation(['mail', 'presets']);
  const presets = usePresets().data?.presets ?? [];
  const { candidates, dnsSilent } = detection;
  const begin = (candidate: DetectionCandidate) => {
    const preset = presets.find(({ name }) => name === candidate.preset) ?? null;
    onBegin(presetForm(address.split('@')[1] ?? '', candidate, preset, address), preset);
  };
  return (
    <>
      {candidates.some(isOnlyThere) && <Text role="status">{t('start.worthATry')}</Text>}
      {candidates.length === 0 && <Text role="status">{t('start.nothing')}</Text>}
      {dnsSilent && <Text size={200}>{t('start.offline')}</Text>}
      {candidates.map((candidate, index) => (
        <OfferCard
          key={index}
          title={`${candidate.host}:${candidate.port}`}
          text={`${t(`encryptions.${candidate.encryption}.label`)} · ${t(`start.foundBy.${candidate.foundBy}`)}`}
          advice={candidate.preset ? t(`presets:${candidate.preset}.action`) : undefined}
          onChoose={() => begin(candidate)}
        />
      ))}
    </>
  );
};
