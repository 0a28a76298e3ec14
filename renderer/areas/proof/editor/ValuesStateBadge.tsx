import { useTranslation } from 'react-i18next';
import type { ProfileState, ProfileSummary } from '../../../../electron/contract/mail/profile.ts';
import { NearTime } from '../../../controls/NearTime.tsx';
import { StateBadge, type Tone } from '../../../controls/StateBadge.tsx';
import { useStateText } from './useStateText.ts';

const tones: Record<ProfileState, Tone> = {
  proven: 'good',
  failed: 'bad',
  changed: 'changed',
  neverProven: 'none',
  draft: 'draft',
};

/** How stored values stand by their last proof. */
export type ValuesState = Pick<ProfileSummary, 'state' | 'provenOnlyUntil' | 'proof' | 'hasDraft'>;

type ValuesStateBadgeProps = { summary: ValuesState; withTime?: boolean };

/** How values stand, with the time of their last proof. */
export const ValuesStateBadge = ({ summary, withTime = false }: ValuesStateBadgeProps) => {
  const { t } = useTranslation('editor');
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
