import { useTranslation } from 'react-i18next';
import { useMay } from '../../shell/useSession.ts';
import { DraftBar } from '../proof/editor/DraftBar.tsx';
import { EditorHeader } from '../proof/editor/EditorHeader.tsx';
import { SideTabs } from '../proof/editor/SideTabs.tsx';
import { ValuesStateBadge } from '../proof/editor/ValuesStateBadge.tsx';
import { useDiscardDraft } from './directoryQueries.ts';
import type { DirectorySource } from './directorySource.ts';
import type { DirectoryEditorState } from './useDirectoryEditor.ts';
import { valuesStateOf } from './valuesStateOf.ts';

type DirectoryHeaderProps = {
  source: DirectorySource;
  editor: DirectoryEditorState;
  onShowSide: (side: DirectorySource['side']) => void;
  onProve: () => void;
  /** Opens the proof where it is a drawer. */
  onShowProof: () => void;
};

/** Which domain this is, how it stands, and what is to be known of a draft. */
export const DirectoryHeader = (props: DirectoryHeaderProps) => {
  const { source, editor, onShowSide, onProve, onShowProof } = props;
  const { t } = useTranslation('directory');
  const mayEdit = useMay('directory.edit');
  const discardDraft = useDiscardDraft();
  const { details, side, isNew, form } = source;
  const summary = valuesStateOf(source);
  return (
    <>
      <EditorHeader
        title={isNew ? t('new') : form.domain}
        state={summary && <ValuesStateBadge summary={summary} withTime />}
        onEdit={!editor.editing && mayEdit ? editor.edit : null}
        onShowProof={onShowProof}
      />
      {!isNew && !editor.editing && (
        <SideTabs stored={details} side={side} onShowSide={onShowSide}>
          {side === 'draft' && (
            <DraftBar
              name={form.domain}
              besides={details.values !== null}
              mayEdit={mayEdit}
              onProve={onProve}
              onDiscard={() => {
                onShowSide('active');
                discardDraft.mutate();
              }}
            />
          )}
        </SideTabs>
      )}
    </>
  );
};
