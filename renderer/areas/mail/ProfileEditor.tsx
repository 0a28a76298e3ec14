import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../../controls/ErrorSummary.tsx';
import { FormModeContext } from '../../controls/formMode.ts';
import { EditorSaveBar } from './EditorSaveBar.tsx';
import { MailProofPane } from './MailProofPane.tsx';
import { ProfileFields } from './ProfileFields.tsx';
import { ProfileHeader } from './ProfileHeader.tsx';
import type { ProfileSource } from './profileSource.ts';
import { SaveFailure } from './SaveFailure.tsx';
import { useEditorKeys } from './useEditorKeys.ts';
import { useFieldOfPath } from './useFieldOfPath.ts';
import { useMailProof } from './useMailProof.ts';
import { useProfileEditor } from './useProfileEditor.ts';
import { useFocusedField } from './useFocusedField.ts';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    minHeight: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  messages: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    ':not(:empty)': { paddingBlockEnd: tokens.spacingVerticalS },
  },
  fields: { flexGrow: 1, minHeight: 0, overflowY: 'auto', paddingInlineEnd: tokens.spacingHorizontalXS },
});

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
  const styles = useStyles();
  const proof = useMailProof(source);
  const editor = useProfileEditor({ source, proof, onSaved, onGiveUp });
  const [proofShown, setProofShown] = useState(false);
  const fieldOf = useFieldOfPath();
  useFocusedField();
  const showSide = (side: ProfileSource['side']) => {
    proof.keepOnlyOf(null);
    onShowSide(side);
  };
  const hideProof = () => setProofShown(false);
  const proveAndSave = () => {
    setProofShown(true);
    void editor.proveAndSave();
  };
  useEditorKeys({ editor, proof, proofShown, onSave: proveAndSave, onHideProof: hideProof });
  return (
    <FormProvider {...editor.form}>
      <FormModeContext value={editor.mode}>
        <form
          className={styles.pane}
          aria-label={t('valuesOf', { name: source.details?.summary.name ?? t('newProfile') })}
          noValidate
          autoComplete="off"
          data-pane
          tabIndex={-1}
          onSubmit={(event) => {
            event.preventDefault();
            proveAndSave();
          }}
        >
          <ProfileHeader
            source={source}
            editor={editor}
            onShowSide={showSide}
            onProve={proveAndSave}
            onShowProof={() => setProofShown(true)}
          />
          <div className={styles.fields}>
            <div className={styles.messages}>
              {advice}
              <ErrorSummary fieldOf={fieldOf} />
            </div>
            <ProfileFields kind={source.form.kind} />
          </div>
          <SaveFailure editor={editor} />
          {editor.editing && <EditorSaveBar editor={editor} proof={proof} onSave={proveAndSave} />}
        </form>
        <MailProofPane source={source} editor={editor} proof={proof} shown={proofShown} onClose={hideProof} />
      </FormModeContext>
    </FormProvider>
  );
};
