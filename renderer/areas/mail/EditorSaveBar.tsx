import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { SaveBar } from '../../controls/SaveBar.tsx';
import type { MailProof } from './useMailProof.ts';
import type { ProfileEditorState } from './useProfileEditor.ts';

type EditorSaveBarProps = {
  editor: ProfileEditorState;
  proof: MailProof;
  onSave: () => void;
};

/** How the form stands, in one word. */
const stateOf = ({ mode, isDirty, source }: ProfileEditorState, unproven: boolean) => {
  if (mode === 'busy') return 'busy';
  if (unproven) return 'unproven';
  if (isDirty) return 'dirty';
  return source.id === null ? 'new' : 'clean';
};

/** Discard, or prove and save; what failed its proof can still be kept as a draft (REQUIREMENTS B06, N07). */
export const EditorSaveBar = ({ editor, proof, onSave }: EditorSaveBarProps) => {
  const { t } = useTranslation(['mail', 'shell']);
  const { isDirty, mode, fits, nothingToSave, discard } = editor;
  const busy = mode === 'busy';
  const proven = fits && proof.run?.outcome === 'passed';
  const ended = !proof.running && (proof.failure !== null || proof.run !== null);
  const unproven = ended && !proven && !nothingToSave;
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
        {proven ? t('save.save') : t('save.proveAndSave')}
      </Button>
    </SaveBar>
  );
};
