import type { ProfileDetails } from '../../../electron/contract/mail/profile.ts';
import { DraftBar } from '../proof/editor/DraftBar.tsx';
import { SideTabs } from '../proof/editor/SideTabs.tsx';
import { DefaultOffer } from './DefaultOffer.tsx';
import { EndingsBar } from './EndingsBar.tsx';
import { useProfileCommands } from './mailQueries.ts';
import type { BeginMove } from './MoveToOAuth.tsx';
import type { ProfileSource } from './profileSource.ts';

type ProfileBarsProps = {
  details: ProfileDetails;
  side: ProfileSource['side'];
  mayEdit: boolean;
  onShowSide: (side: ProfileSource['side']) => void;
  onProve: () => void;
  /** Begins a move away from what ends. */
  onMove: BeginMove;
};

/** Which side of a stored profile is read, and what is to be known and done about it. */
export const ProfileBars = ({ details, side, mayEdit, onShowSide, onProve, onMove }: ProfileBarsProps) => {
  const { summary, values } = details;
  const { discardDraft } = useProfileCommands(summary.id);
  return (
    <SideTabs stored={details} side={side} onShowSide={onShowSide}>
      <EndingsBar profile={summary} side={side} onMove={mayEdit ? onMove : null} />
      {side === 'active' ? (
        <DefaultOffer summary={summary} />
      ) : (
        <DraftBar
          name={summary.name}
          besides={values !== null}
          mayEdit={mayEdit}
          onProve={onProve}
          onDiscard={() => {
            onShowSide('active');
            discardDraft.mutate();
          }}
        />
      )}
    </SideTabs>
  );
};
