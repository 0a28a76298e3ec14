import { useShortcut } from '../../shell/shortcutRegistry.ts';
import type { MailProof } from './useMailProof.ts';
import type { ProfileEditorState } from './useProfileEditor.ts';

type EditorKeys = {
  editor: ProfileEditorState;
  proof: MailProof;
  proofShown: boolean;
  onSave: () => void;
  onHideProof: () => void;
};

/** Ctrl+S saves. Esc cancels the proof, else closes its drawer, else ends editing when nothing would be lost. */
export const useEditorKeys = ({ editor, proof, proofShown, onSave, onHideProof }: EditorKeys): void => {
  useShortcut('save', onSave, editor.editing);
  useShortcut('cancel', editor.discard, editor.editing && !editor.isDirty && !proof.running);
  useShortcut('cancel', onHideProof, proofShown);
  useShortcut('cancel', proof.cancel, proof.running);
};
