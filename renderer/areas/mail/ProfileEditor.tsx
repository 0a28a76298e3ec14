import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EditorPanes } from '../proof/editor/EditorPanes.tsx';
import { MailProofPane } from './MailProofPane.tsx';
import { ProfileFields } from './ProfileFields.tsx';
import { ProfileHeader } from './ProfileHeader.tsx';
import type { ProfileSource } from './profileSource.ts';
import { useFieldOfPath } from './useFieldOfPath.ts';
import { useFocusedField } from './useFocusedField.ts';
import { useMailProof } from './useMailProof.ts';
import { useNewFolder } from './useNewFolder.ts';
import { useProfileEditor } from './useProfileEditor.ts';

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
  const { t } = useTranslation('mail');
  const proof = useMailProof(source);
  const newFolder = useNewFolder();
  const { folderId } = newFolder;
  const editor = useProfileEditor({ source, proof, folderId, onSaved, onGiveUp });
  const form = editor.form.watch();
  const fieldOf = useFieldOfPath(form);
  useFocusedField();
  const showSide = (side: ProfileSource['side']) => {
    proof.keepOnlyOf(null);
    onShowSide(side);
  };
  return (
    <EditorPanes
      {...{ editor, proof, advice, fieldOf }}
      label={t('valuesOf', { name: source.details?.summary.name ?? t('newProfile') })}
      isAbout={(path) => path.includes(source.id ?? '')}
      fields={<ProfileFields kind={form.kind} />}
      header={({ prove, showProof }) => (
        <ProfileHeader
          source={source}
          editor={editor}
          newFolder={newFolder}
          onShowSide={showSide}
          onProve={prove}
          onShowProof={showProof}
        />
      )}
      proofPane={(place) => <MailProofPane {...{ source, editor, proof, place }} />}
    />
  );
};
