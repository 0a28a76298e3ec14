import { Button, makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import { Edit16Regular } from '@fluentui/react-icons/svg/edit';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../shell/useSession.ts';
import { useFolderPath } from '../folders/useFolderPath.ts';
import { NewProfileFolder } from './NewProfileFolder.tsx';
import { ProfileBars } from './ProfileBars.tsx';
import { ProfileMenu } from './ProfileMenu.tsx';
import { ProfileStateBadge } from './ProfileStateBadge.tsx';
import type { ProfileSource } from './profileSource.ts';
import type { NewFolder } from './useNewFolder.ts';
import type { ProfileEditorState } from './useProfileEditor.ts';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexShrink: 0,
    alignItems: 'start',
    gap: tokens.spacingHorizontalS,
    minHeight: '32px',
    paddingBlockEnd: tokens.spacingVerticalS,
  },
  identity: {
    display: 'flex',
    flexWrap: 'wrap',
    flexGrow: 1,
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minWidth: 0,
  },
  name: { overflowWrap: 'anywhere' },
  state: { fontSize: tokens.fontSizeBase200 },
  actions: { display: 'flex', flexShrink: 0, gap: tokens.spacingHorizontalXS },
  narrow: { '@media (min-width: 1100px)': { display: 'none' } },
});

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
  const { t } = useTranslation(['mail', 'proof']);
  const styles = useStyles();
  const { details, side } = source;
  const folderId = details?.summary.folderId ?? null;
  const mayEdit = useMay('mail.edit', folderId);
  const pathOf = useFolderPath();
  return (
    <>
      <div className={styles.head}>
        <div className={styles.identity}>
          <Subtitle1 as="h2" className={styles.name}>
            {details?.summary.name ?? t('newProfile')}
          </Subtitle1>
          <span className={styles.state}>
            {details && <ProfileStateBadge summary={details.summary} withTime />}
          </span>
          {folderId !== null && (
            <span className={styles.state}>{t('inFolder', { path: pathOf(folderId) })}</span>
          )}
        </div>
        <div className={styles.actions}>
          <Button className={styles.narrow} size="small" onClick={onShowProof}>
            {t('proof:title')}
          </Button>
          {!editor.editing && mayEdit && (
            <Button size="small" icon={<Edit16Regular />} data-edit onClick={editor.edit}>
              {t('edit')}
            </Button>
          )}
          {details && !editor.editing && <ProfileMenu summary={details.summary} />}
        </div>
      </div>
      {!details && <NewProfileFolder folder={newFolder} />}
      {details && !editor.editing && (
        <ProfileBars details={details} side={side} onShowSide={onShowSide} onProve={onProve} />
      )}
    </>
  );
};
