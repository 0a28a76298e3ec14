import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { ProofPanel, type ProofPanelProps } from '../ProofPanel.tsx';
import type { ProvenEditor } from './useProvenEditor.ts';

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

/** Where the proof stands: beside the form, or over it as a drawer in a narrow window. */
export type ProofPlace = {
  /** True where the window is too narrow for both side by side. */
  isDrawer: boolean;
  /** Whether the drawer is open. */
  shown: boolean;
  onClose: () => void;
};

type ProofPaneProps = Pick<
  ProofPanelProps,
  'proof' | 'before' | 'options' | 'verdict' | 'note' | 'summary' | 'createReport' | 'again'
> & {
  editor: ProvenEditor;
  place: ProofPlace;
  /** Whether the person may change these values. */
  mayEdit: boolean;
  /** Whether the person may prove them. */
  mayProve?: boolean;
};

/** On a page that is only read, a proof of just what is read there needs no word. */
const fitOf = ({ fits, editing }: ProvenEditor) => {
  if (!fits) return 'changed';
  return editing ? 'fits' : null;
};

/** The proof of the values in the form. */
export const ProofPane = ({ editor, place, mayEdit, mayProve = true, ...panel }: ProofPaneProps) => {
  const { t } = useTranslation('proof');
  const styles = useStyles();
  const { isDrawer, shown, onClose } = place;
  return (
    <aside
      className={mergeClasses(styles.pane, isDrawer && styles.drawer, isDrawer && !shown && styles.hidden)}
      aria-label={t('title')}
      data-pane
      tabIndex={-1}
    >
      <ProofPanel
        {...panel}
        fit={fitOf(editor)}
        onProve={mayProve ? () => void editor.prove() : null}
        isSecondary={editor.editing || editor.source.side === 'draft'}
        changes={{
          allowed: mayEdit && !panel.proof.running && editor.mode !== 'busy',
          isMade: editor.has,
          make: editor.apply,
        }}
        onClose={isDrawer ? onClose : undefined}
      />
    </aside>
  );
};
