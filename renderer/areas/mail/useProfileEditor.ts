import type { ProfileDetails } from '../../../electron/contract/mail/profile.ts';
import { useEditedForm } from '../proof/editor/useEditedForm.ts';
import { useProvenEditor } from '../proof/editor/useProvenEditor.ts';
import { mailProvenForm } from './mailProvenForm.ts';
import { useRenewMail } from './mailQueries.ts';
import type { ProfileSource } from './profileSource.ts';
import type { MailProof } from './useMailProof.ts';
import { useStoreProfile } from './useStoreProfile.ts';

type EditorParts = {
  source: ProfileSource;
  proof: MailProof;
  /** Where a new profile will lie; null: in no folder. */
  folderId: string | null;
  /** Called with the id of the profile after it was saved. */
  onSaved: (id: string, asDraft: boolean) => void;
  /** Called when a new profile was given up. */
  onGiveUp: () => void;
};

/** A profile between being read and being saved: its form, its proof, and what can be done with both. */
export const useProfileEditor = ({ source: newest, proof, folderId, onSaved, onGiveUp }: EditorParts) => {
  const edited = useEditedForm(newest, mailProvenForm);
  const renewMail = useRenewMail();
  return useProvenEditor({
    edited,
    saving: useStoreProfile(edited.source, folderId),
    proof,
    onSaved: ({ summary }: ProfileDetails, asDraft) => onSaved(summary.id, asDraft),
    onDiscard: () => {
      void renewMail();
      if (newest.isNew) onGiveUp();
    },
  });
};

export type ProfileEditorState = ReturnType<typeof useProfileEditor>;
