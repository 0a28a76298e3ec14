import { useTranslation } from 'react-i18next';
import { useClient } from '../../shell/ClientContext.ts';
import { useMay } from '../../shell/useSession.ts';
import { LastProof } from '../proof/editor/LastProof.tsx';
import { ProofPane, type ProofPlace } from '../proof/editor/ProofPane.tsx';
import type { DirectorySource } from './directorySource.ts';
import { ControllerSummary } from './proof/ControllerSummary.tsx';
import { VerdictNote } from './proof/VerdictNote.tsx';
import { TestUserInput } from './TestUserInput.tsx';
import type { DirectoryEditorState } from './useDirectoryEditor.ts';
import type { DirectoryProof } from './useDirectoryProof.ts';
import { valuesStateOf } from './valuesStateOf.ts';

type DirectoryProofPaneProps = {
  source: DirectorySource;
  editor: DirectoryEditorState;
  proof: DirectoryProof;
  place: ProofPlace;
};

/** The proof of the directory in the form; each line of it can be run again. */
export const DirectoryProofPane = ({ source, editor, proof, place }: DirectoryProofPaneProps) => {
  const { t } = useTranslation('directory');
  const { directory } = useClient();
  const mayEdit = useMay('directory.edit');
  const { fits, values } = editor;
  return (
    <ProofPane
      {...{ editor, proof, place, mayEdit }}
      mayProve={mayEdit}
      before={
        <LastProof
          summary={source.side === 'active' ? valuesStateOf(source) : null}
          isDirty={editor.isDirty && !editor.canSave}
          none={t('proof.none')}
        />
      }
      verdict={(run) => <VerdictNote run={run} />}
      summary={(run) => <ControllerSummary run={run} />}
      options={mayEdit && <TestUserInput proof={proof} />}
      createReport={directory.createProofReport}
      again={{
        allowed: mayEdit && fits && !proof.running && editor.mode !== 'busy',
        run: (line) => void (values !== null && proof.proveLine(values, line)),
      }}
    />
  );
};
