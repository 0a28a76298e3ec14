import { useState } from 'react';
import type { FormMode } from '../../../controls/formMode.ts';
import type { EndedProof } from '../useProofRun.ts';
import type { EditedForm } from './useEditedForm.ts';
import type { SavedBy, Storing } from './useStoring.ts';
import type { ValuesProof } from './useValuesProof.ts';

/** A proof of values, and how it is made. */
type ProofOfValues<Values> = ValuesProof<Values> & { prove: (values: Values) => Promise<EndedProof> };

type EditorParts<Values, Saved, Edited> = {
  edited: Edited;
  saving: Storing<Values, Saved>;
  proof: ProofOfValues<Values>;
  /** True when values may be saved as they are, without a new proof: nothing that is proven has changed. */
  isProven?: (values: Values) => boolean;
  onSaved: (saved: Saved, asDraft: boolean) => void;
  /** Called when what was edited has been given up. */
  onDiscard: () => void;
};

type StoreParts<Values, Saved> = Pick<
  EditorParts<Values, Saved, EditedForm<Values>>,
  'edited' | 'saving' | 'proof' | 'onSaved'
>;

/** Proving what the form holds, and saving it by its proof. */
const useProvenStore = <Values, Saved>({ edited, saving, proof, onSaved }: StoreParts<Values, Saved>) => {
  const [proving, setProving] = useState(false);

  const prove = async () => {
    const values = await edited.checked();
    if (values === null) return null;
    const { run, failure } = await proof.prove(values);
    if (failure !== null) edited.place(failure);
    return run && { run, values };
  };

  const store = async (values: Values, by: SavedBy) => {
    try {
      const { saved, stored } = await saving.store(values, by);
      if (stored !== null) proof.adopt(values, stored);
      edited.close();
      onSaved(saved, by.asDraft);
    } catch (error) {
      edited.place(error);
    }
  };

  const proveThenStore = async () => {
    setProving(true);
    try {
      const proven = await prove();
      if (proven?.run.outcome === 'passed')
        await store(proven.values, { proofId: proven.run.proofId, asDraft: false });
    } finally {
      setProving(false);
    }
  };

  return { proving, prove, store, proveThenStore };
};

/** Values between being read and being saved: their form, their proof, and what can be done with both. */
export const useProvenEditor = <Values, Saved, Edited extends EditedForm<Values>>(
  parts: EditorParts<Values, Saved, Edited>,
) => {
  const { edited, saving, proof, isProven, onDiscard } = parts;
  const { source, values } = edited;
  const { proving, prove, store, proveThenStore } = useProvenStore(parts);
  const fits = proof.fits(values);
  const isBusy = proving || saving.storing;
  const mode: FormMode = !edited.editing ? 'read' : isBusy ? 'busy' : 'edit';
  const nothingToSave = !source.isNew && source.side === 'active' && !edited.isDirty;
  const proofId = fits && proof.run?.outcome === 'passed' ? proof.run.proofId : null;
  const needsNoProof = values !== null && isProven?.(values) === true;
  return {
    ...edited,
    mode,
    fits,
    prove,
    nothingToSave,
    /** True when saving needs no proof before. */
    canSave: proofId !== null || needsNoProof,
    saveFailure: saving.failure,
    forgetSaveFailure: saving.forgetFailure,
    keepMine: saving.keepMine,
    /** Saves what was just proven, or proves first (REQUIREMENTS B06). */
    proveAndSave: async () => {
      if (proof.running || isBusy || nothingToSave) return;
      if (values !== null && (proofId !== null || needsNoProof))
        await store(values, { proofId, asDraft: false });
      else await proveThenStore();
    },
    /** Save without proof: a draft beside what works (REQUIREMENTS N07). */
    saveDraft: async () => {
      const checked = await edited.checked();
      if (checked !== null) await store(checked, { proofId: null, asDraft: true });
    },
    /** Shows what is stored again, as it is now, with its own proof. */
    discard: () => {
      saving.forgetFailure();
      proof.keepOnlyOf(edited.storedValues());
      edited.close();
      onDiscard();
    },
  };
};

/** Of it what the parts of the page need that are the same for every area. */
export type ProvenEditor = ReturnType<typeof useProvenEditor<unknown, unknown, EditedForm<unknown>>>;
