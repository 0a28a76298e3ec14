import { useTranslation } from 'react-i18next';
import { useMay } from '../../shell/useSession.ts';
import { useFolderPath } from '../folders/useFolderPath.ts';
import { EditorHeader } from '../proof/editor/EditorHeader.tsx';
import { ValuesStateBadge } from '../proof/editor/ValuesStateBadge.tsx';
import { NewProfileFolder } from './NewProfileFolder.tsx';
import { ProfileBars } from './ProfileBars.tsx';
import { ProfileMenu } from './ProfileMenu.tsx';
import { isPersonal } from './form/isPersonal.ts';
import type { ProfileSource } from './profileSource.ts';
import type { NewFolder } from './useNewFolder.ts';
import type { ProfileEditorState } from './useProfileEditor.ts';

type ProfileHeaderProps = {
  source: ProfileSource;
  editor: ProfileEditorState;
  newFolder: NewFolder;
  onShowSide: (side: ProfileSource['side']) => void;
  onProve: () => void;
  /** Opens the proof where it is a drawer. */
  onShowProof: () => void;
};

/** Which profile this is, how it stands, and what can be done with it as a whole. */
export const ProfileHeader = (props: ProfileHeaderProps) => {
  const { source, editor, newFolder, onShowSide, onProve, onShowProof } = props;
  const { t } = useTranslation('mail');
  const { details, side } = source;
  const folderId = details?.summary.folderId ?? null;
  const mayEdit = useMay('mail.edit', folderId);
  const pathOf = useFolderPath();
  return (
    <>
      <EditorHeader
        title={details?.summary.name ?? t('newProfile')}
        state={
          <>
            {details && <ValuesStateBadge summary={details.summary} withTime />}
            {folderId !== null && <span>{t('inFolder', { path: pathOf(folderId) })}</span>}
          </>
        }
        onEdit={!editor.editing && mayEdit ? editor.edit : null}
        onShowProof={onShowProof}
        menu={
          details &&
          !editor.editing && <ProfileMenu summary={details.summary} isPersonal={isPersonal(source.form)} />
        }
      />
      {!details && <NewProfileFolder folder={newFolder} />}
      {details && !editor.editing && (
        <ProfileBars {...{ details, side, mayEdit, onShowSide, onProve }} onMove={editor.editAs} />
      )}
    </>
  );
};
