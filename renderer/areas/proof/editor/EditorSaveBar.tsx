import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { SaveBar } from '../../../controls/SaveBar.tsx';
import type { FollowedProof } from '../useProofRun.ts';
import type { ProvenEditor } from './useProvenEditor.ts';

type EditorSaveBarProps = {
  editor: ProvenEditor;
  proof: Pick<FollowedProof, 'run' | 'running' | 'failure'>;
  onSave: () => void;
};

/** How the form stands, in one word. */
const stateOf = ({ mode, isDirty, source }: ProvenEditor, unproven: boolean) => {
  if (mode === 'busy') return 'busy';
  if (unproven) return 'unproven';
  if (isDirty) return 'dirty';
  return source.isNew ? 'new' : 'clean';
};

/** Discard, or prove and save; what failed its proof can still be kept as a draft (REQUIREMENTS B06, N07). */
export const EditorSaveBar = ({ editor, proof, onSave }: EditorSaveBarProps) => {
  const { t } = useTranslation(['editor', 'shell']);
  const { isDirty, mode, canSave, nothingToSave, discard } = editor;
  const busy = mode === 'busy';
  const ended = !proof.running && (proof.failure !== null || proof.run !== null);
  const unproven = ended && !canSave && !nothingToSave;
  return (
    <SaveBar state={t(`save.state.${stateOf(editor, unproven)}`)}>
      <Button size="small" disabledFocusable={busy} onClick={discard}>
        {isDirty ? t('save.discard') : t('shell:controls.cancel')}
      </Button>
      {unproven && (
        <Button size="small" disabledFocusable={busy} onClick={() => void editor.saveDraft()}>
          {t('save.withoutProof')}
        </Button>
      )}
      <Button appearance="primary" disabledFocusable={busy || nothingToSave} onClick={onSave}>
        {canSave ? t('save.save') : t('save.proveAndSave')}
      </Button>
    </SaveBar>
  );
};
