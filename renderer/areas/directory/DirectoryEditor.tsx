import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { EditorPanes } from '../proof/editor/EditorPanes.tsx';
import { DirectoryFields } from './DirectoryFields.tsx';
import { DirectoryHeader } from './DirectoryHeader.tsx';
import { DirectoryProofPane } from './DirectoryProofPane.tsx';
import type { DirectorySource } from './directorySource.ts';
import { useDirectoryEditor } from './useDirectoryEditor.ts';
import { useDirectoryProof } from './useDirectoryProof.ts';
import { useFieldOfPath } from './useFieldOfPath.ts';
import { useFocusedField } from './useFocusedField.ts';

const useStyles = makeStyles({
  panes: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(400px, 42%)',
    gridTemplateRows: 'minmax(0, 1fr)',
    flexGrow: 1,
    gap: tokens.spacingHorizontalM,
    minHeight: 0,
    '@media (max-width: 1099px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

type DirectoryEditorProps = {
  source: DirectorySource;
  onShowSide: (side: DirectorySource['side']) => void;
  onSaved: (asDraft: boolean) => void;
  onGiveUp: () => void;
};

/** The values of the directory and, beside them, their proof. */
export const DirectoryEditor = ({ source, onShowSide, onSaved, onGiveUp }: DirectoryEditorProps) => {
  const { t } = useTranslation('directory');
  const styles = useStyles();
  const proof = useDirectoryProof(source);
  const editor = useDirectoryEditor({ source, proof, onSaved, onGiveUp });
  const fieldOf = useFieldOfPath();
  useFocusedField(source.isNew);
  const showSide = (side: DirectorySource['side']) => {
    proof.keepOnlyOf(null);
    onShowSide(side);
  };
  return (
    <div className={styles.panes}>
      <EditorPanes
        {...{ editor, proof, fieldOf }}
        label={t('values')}
        isAbout={(path) => path.startsWith('directory.')}
        fields={<DirectoryFields />}
        header={({ prove, showProof }) => (
          <DirectoryHeader
            {...{ source, editor }}
            onShowSide={showSide}
            onProve={prove}
            onShowProof={showProof}
          />
        )}
        proofPane={(place) => <DirectoryProofPane {...{ source, editor, proof, place }} />}
      />
    </div>
  );
};
