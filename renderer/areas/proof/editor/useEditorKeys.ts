import { useShortcut } from '../../../shell/shortcutRegistry.ts';
import type { FollowedProof } from '../useProofRun.ts';
import type { ProvenEditor } from './useProvenEditor.ts';

type EditorKeys = {
  editor: ProvenEditor;
  proof: Pick<FollowedProof, 'running' | 'cancel'>;
  /** True while the proof is a drawer over the form. */
  proofShown: boolean;
  onSave: () => void;
  onHideProof: () => void;
  onAskToDiscard: () => void;
};

/** Ctrl+S saves. Esc cancels the proof, else closes its drawer, else ends editing; it asks when something would be lost. */
export const useEditorKeys = (keys: EditorKeys): void => {
  const { editor, proof, proofShown, onSave, onHideProof, onAskToDiscard } = keys;
  useShortcut('save', onSave, editor.editing);
  const cancel = editor.isDirty ? onAskToDiscard : editor.discard;
  useShortcut('cancel', cancel, editor.mode === 'edit' && !proof.running && !proofShown);
  useShortcut('cancel', onHideProof, proofShown);
  useShortcut('cancel', proof.cancel, proof.running);
};
