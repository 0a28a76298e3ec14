import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { SaveBar } from '../../controls/SaveBar.tsx';
import type { MailProof } from './useMailProof.ts';
import type { ProfileEditorState } from './useProfileEditor.ts';

type EditorSaveBarProps = {
  editor: ProfileEditorState;
  proof: MailProof;
  onDiscard: () => void;
  onSave: () => void;
};

/** Discard, or prove and save; what failed its proof can still be kept as a draft (REQUIREMENTS B06, N07). */
export const EditorSaveBar = ({ editor, proof, onDiscard, onSave }: EditorSaveBarProps) => {
  const { t } = useTranslation('mail');
  const { isDirty, mode, fits, nothingToSave } = editor;
  const busy = mode === 'busy';
  const proven = fits && proof.run?.outcome === 'passed';
  const unproven = !proof.running && (proof.failure !== null || (proof.run !== null && !proven));
  const state = busy ? 'busy' : unproven ? 'unproven' : isDirty ? 'dirty' : 'clean';
  return (
    <SaveBar state={t(`save.state.${state}`)}>
      <Button disabledFocusable={busy} onClick={onDiscard}>
        {t('save.discard')}
      </Button>
      {unproven && (
        <Button disabledFocusable={busy} onClick={() => void editor.saveDraft()}>
          {t('save.withoutProof')}
        </Button>
      )}
      <Button appearance="primary" disabledFocusable={busy || nothingToSave} onClick={onSave}>
        {proven ? t('save.save') : t('save.proveAndSave')}
      </Button>
    </SaveBar>
  );
};
