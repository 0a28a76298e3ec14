import { useTranslation } from 'react-i18next';
import type { ProfileState, ProfileSummary } from '../../../electron/contract/mail/profile.ts';
import { NearTime } from '../../controls/NearTime.tsx';
import { StateBadge, type Tone } from '../../controls/StateBadge.tsx';
import { useStateText } from './useStateText.ts';

const tones: Record<ProfileState, Tone> = {
  proven: 'good',
  failed: 'bad',
  changed: 'changed',
  neverProven: 'none',
  draft: 'draft',
};

type ProfileStateBadgeProps = { summary: ProfileSummary; withTime?: boolean };

/** How a profile stands, with the time of its last proof. */
export const ProfileStateBadge = ({ summary, withTime = false }: ProfileStateBadgeProps) => {
  const { t } = useTranslation('mail');
  const stateText = useStateText();
  const { state, provenOnlyUntil, proof, hasDraft } = summary;
  return (
    <StateBadge tone={tones[state]}>
      {stateText(summary)}
      {proof && state !== 'draft' && (
        <>
          {/* How far and when must not read as one: “nothing sent today”. */}
          {provenOnlyUntil === null ? ' ' : ' · '}
          <NearTime moment={proof.at} focusable={withTime} />
        </>
      )}
      {hasDraft && state !== 'draft' && ` · ${t('states.withDraft')}`}
    </StateBadge>
  );
};
