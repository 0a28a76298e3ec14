import { type ReactNode, useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { FormModeContext } from '../../controls/formMode.ts';
import { useMediaQuery } from '../../shell/useMediaQuery.ts';
import { DiscardQuestion } from './DiscardQuestion.tsx';
import { EditorSaveBar } from './EditorSaveBar.tsx';
import { MailProofPane } from './MailProofPane.tsx';
import { ProfileForm } from './ProfileForm.tsx';
import { ProfileHeader } from './ProfileHeader.tsx';
import type { ProfileSource } from './profileSource.ts';
import { SaveFailure } from './SaveFailure.tsx';
import { useEditorKeys } from './useEditorKeys.ts';
import { useMailProof } from './useMailProof.ts';
import { useNewFolder } from './useNewFolder.ts';
import { useProfileEditor } from './useProfileEditor.ts';
import { useFocusedField } from './useFocusedField.ts';

type ProfileEditorProps = {
  source: ProfileSource;
  onShowSide: (side: ProfileSource['side']) => void;
  onSaved: (id: string, asDraft: boolean) => void;
  /** A new profile was given up. */
  onGiveUp: () => void;
  /** What to know before filling it in. */
  advice?: ReactNode;
};

/** The values of a profile and, beside them, their proof. */
export const ProfileEditor = (props: ProfileEditorProps) => {
  const { source, onShowSide, onSaved, onGiveUp, advice } = props;
  const proof = useMailProof(source);
  const newFolder = useNewFolder();
  const { folderId } = newFolder;
  const editor = useProfileEditor({ source, proof, folderId, onSaved, onGiveUp });
  const isDrawer = useMediaQuery('(max-width: 1099px)');
  const [proofShown, setProofShown] = useState(false);
  const [isAsked, setAsked] = useState(false);
  useFocusedField();
  const showSide = (side: ProfileSource['side']) => {
    proof.keepOnlyOf(null);
    onShowSide(side);
  };
  const hideProof = () => setProofShown(false);
  const proveAndSave = () => {
    setProofShown(isDrawer);
    void editor.proveAndSave();
  };
  useEditorKeys({
    ...{ editor, proof, proofShown: isDrawer && proofShown },
    onSave: proveAndSave,
    onHideProof: hideProof,
    onAskToDiscard: () => setAsked(true),
  });
  return (
    <FormProvider {...editor.form}>
      <FormModeContext value={editor.mode}>
        <ProfileForm
          source={source}
          header={
            <ProfileHeader
              source={source}
              editor={editor}
              newFolder={newFolder}
              onShowSide={showSide}
              onProve={proveAndSave}
              onShowProof={() => setProofShown(true)}
            />
          }
          advice={advice}
          footer={
            <>
              <SaveFailure editor={editor} />
              {editor.editing && <EditorSaveBar editor={editor} proof={proof} onSave={proveAndSave} />}
            </>
          }
          onSubmit={proveAndSave}
        />
        <MailProofPane {...{ source, editor, proof, isDrawer }} shown={proofShown} onClose={hideProof} />
        <DiscardQuestion
          open={isAsked}
          onDiscard={() => {
            setAsked(false);
            editor.discard();
          }}
          onStay={() => setAsked(false)}
        />
      </FormModeContext>
    </FormProvider>
  );
};
