import { useShortcut } from '../../shell/shortcutRegistry.ts';
import type { MailProof } from './useMailProof.ts';
import type { ProfileEditorState } from './useProfileEditor.ts';

type EditorKeys = {
  editor: ProfileEditorState;
  proof: MailProof;
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
