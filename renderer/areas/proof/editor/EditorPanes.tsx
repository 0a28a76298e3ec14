import { type ReactNode, useMemo, useState } from 'react';
import { FormProvider, type FieldValues, type UseFormReturn } from 'react-hook-form';
import { FormModeContext } from '../../../controls/formMode.ts';
import { useMediaQuery } from '../../../shell/useMediaQuery.ts';
import type { FollowedProof } from '../useProofRun.ts';
import { DiscardQuestion } from './DiscardQuestion.tsx';
import { EditorForm, type EditorFormProps } from './EditorForm.tsx';
import { EditorSaveBar } from './EditorSaveBar.tsx';
import type { ProofPlace } from './ProofPane.tsx';
import { SaveFailure } from './SaveFailure.tsx';
import { useEditorKeys } from './useEditorKeys.ts';
import type { ProvenEditor } from './useProvenEditor.ts';

/** What the head of the form can do. */
type HeadActions = { prove: () => void; showProof: () => void };

type EditorPanesProps<Form extends FieldValues> = Pick<
  EditorFormProps,
  'label' | 'advice' | 'fields' | 'fieldOf'
> & {
  editor: ProvenEditor & { form: UseFormReturn<Form> };
  proof: FollowedProof;
  /** Whether a conflict is about the setting with this key. */
  isAbout: (path: string) => boolean;
  header: (actions: HeadActions) => ReactNode;
  proofPane: (place: ProofPlace) => ReactNode;
};

/** Values and, beside them, their proof: read, edited, proven, saved or given up. */
export const EditorPanes = <Form extends FieldValues>(props: EditorPanesProps<Form>) => {
  const { editor, proof, isAbout, header, proofPane, ...form } = props;
  const isDrawer = useMediaQuery('(max-width: 1099px)');
  /** Until the person is led to a field, which the drawer would lie over; null: not open. */
  const [shownUntil, setShownUntil] = useState<number | null>(null);
  const shown = shownUntil === editor.led;
  const show = () => setShownUntil(editor.led);
  const [isAsked, setAsked] = useState(false);
  /** As it was first: its state, which changes with every key, would render every control. */
  const held = useMemo(() => ({ ...editor.form }), [editor.form]);
  const onClose = () => setShownUntil(null);
  const proveAndSave = () => {
    if (isDrawer) show();
    void editor.proveAndSave();
  };
  useEditorKeys({
    ...{ editor, proof, proofShown: isDrawer && shown },
    onSave: proveAndSave,
    onHideProof: onClose,
    onAskToDiscard: () => setAsked(true),
  });
  return (
    <FormProvider {...held}>
      <FormModeContext value={editor.mode}>
        <EditorForm
          {...form}
          header={header({ prove: proveAndSave, showProof: show })}
          footer={
            <>
              <SaveFailure editor={editor} isAbout={isAbout} />
              {editor.editing && <EditorSaveBar editor={editor} proof={proof} onSave={proveAndSave} />}
            </>
          }
          onSubmit={proveAndSave}
        />
        {proofPane({ isDrawer, shown, onClose })}
        <DiscardQuestion
          open={isAsked}
          onDiscard={() => {
            setAsked(false);
            editor.discard();
          }}
          onStay={() => setAsked(false)}
        />
      </FormModeContext>
    </FormProvider>
  );
};
