import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { ProofPanel } from '../proof/ProofPanel.tsx';
import { LastProof } from './LastProof.tsx';
import type { ProfileSource } from './profileSource.ts';
import { ProofOptions } from './ProofOptions.tsx';
import type { MailProof } from './useMailProof.ts';
import type { ProfileEditorState } from './useProfileEditor.ts';
import { useMay, useMaySomewhere } from '../../shell/useSession.ts';

const useStyles = makeStyles({
  pane: {
    minWidth: 0,
    minHeight: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  drawer: {
    position: 'fixed',
    insetBlock: 0,
    insetInlineEnd: 0,
    zIndex: 100,
    boxSizing: 'border-box',
    width: 'min(420px, 100vw)',
    borderRadius: 0,
    boxShadow: tokens.shadow64,
  },
  hidden: { display: 'none' },
});

type MailProofPaneProps = {
  source: ProfileSource;
  editor: ProfileEditorState;
  proof: MailProof;
  /** True where the window is too narrow for three panes. */
  isDrawer: boolean;
  /** Whether the drawer is open. */
  shown: boolean;
  onClose: () => void;
};

/** On a page that is only read, a proof of just what is read there needs no word. */
const fitOf = ({ fits, editing }: ProfileEditorState) => {
  if (!fits) return 'changed';
  return editing ? 'fits' : null;
};

/** The proof of the values in the form; beside them, or over them as a drawer in a narrow window. */
export const MailProofPane = (props: MailProofPaneProps) => {
  const { source, editor, proof, isDrawer, shown, onClose } = props;
  const { t } = useTranslation('proof');
  const styles = useStyles();
  const mayCreate = useMaySomewhere('mail.create');
  const mayEditThis = useMay('mail.edit', source.details?.summary.folderId ?? null);
  return (
    <aside
      className={mergeClasses(styles.pane, isDrawer && styles.drawer, isDrawer && !shown && styles.hidden)}
      aria-label={t('title')}
      data-pane
      tabIndex={-1}
    >
      <ProofPanel
        proof={proof}
        fit={fitOf(editor)}
        before={<LastProof source={source} isDirty={editor.isDirty} />}
        options={<ProofOptions proof={proof} />}
        onProve={() => void editor.prove()}
        isSecondary={editor.editing || source.side === 'draft'}
        changes={{
          allowed: (source.id === null ? mayCreate : mayEditThis) && !proof.running && editor.mode !== 'busy',
          isMade: editor.has,
          make: editor.apply,
        }}
        onClose={isDrawer ? onClose : undefined}
      />
    </aside>
  );
};
