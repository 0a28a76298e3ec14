import { FailureBar } from '../../../controls/FailureBar.tsx';
import { asFailure } from '../../../texts/asFailure.ts';
import { ConflictChoice } from '../../proof/editor/ConflictChoice.tsx';
import type { RulesEditor } from './useRulesEditor.ts';

/** Why saving was refused, with the way out of it. */
export const RulesFailure = ({ editor }: { editor: RulesEditor }) => {
  const { failure, forgetFailure, keepMine, close, source } = editor;
  if (failure === null) return null;
  return (
    <FailureBar error={failure} onDismiss={forgetFailure}>
      {asFailure(failure).code === 'CONFLICT' && (
        <ConflictChoice
          since={source.revision}
          isAbout={(path) => path.startsWith('security.')}
          onKeepMine={keepMine}
          onTakeTheirs={close}
        />
      )}
    </FailureBar>
  );
};
