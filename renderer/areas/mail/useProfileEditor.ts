import { useState } from 'react';
import type { ProfileWrite } from '../../../electron/contract/mail/profile.ts';
import type { FormMode } from '../../controls/formMode.ts';
import { fromForm } from './form/fromForm.ts';
import { toForm } from './form/toForm.ts';
import { useRenewMail } from './mailQueries.ts';
import type { ProfileSource } from './profileSource.ts';
import { type EditedForm, useEditedForm } from './useEditedForm.ts';
import type { MailProof } from './useMailProof.ts';
import { type StoreProfile, useStoreProfile } from './useStoreProfile.ts';

type EditorParts = {
  source: ProfileSource;
  proof: MailProof;
  /** Where a new profile will lie; null: in no folder. */
  folderId: string | null;
  /** Called with the id of the profile after it was saved. */
  onSaved: (id: string, asDraft: boolean) => void;
  /** Called when a new profile was given up. */
  onGiveUp: () => void;
};

type StoreParts = Pick<EditorParts, 'proof' | 'onSaved'> & { edited: EditedForm; saving: StoreProfile };

/** Proving what the form holds, and saving it by its proof. */
const useProvenStore = ({ edited, saving, proof, onSaved }: StoreParts) => {
  const [proving, setProving] = useState(false);

  const prove = async () => {
    const values = await edited.checked();
    if (!values) return null;
    const { run, failure } = await proof.prove(values);
    if (failure !== null) edited.place(failure);
    return run && { run, values };
  };

  const store = async (values: ProfileWrite, proofId: string | null) => {
    const asDraft = proofId === null;
    try {
      const { summary, ...saved } = await saving.store(values, proofId);
      const stored = asDraft ? saved.draft : saved.values;
      if (stored) proof.adopt(values, fromForm(toForm(stored)).values);
      edited.close();
      onSaved(summary.id, asDraft);
    } catch (error) {
      edited.place(error);
    }
  };

  const proveThenStore = async () => {
    setProving(true);
    try {
      const proven = await prove();
      if (proven?.run.outcome === 'passed') await store(proven.values, proven.run.proofId);
    } finally {
      setProving(false);
    }
  };

  return { proving, prove, store, proveThenStore };
};

/** A profile between being read and being saved: its form, its proof, and what can be done with both. */
export const useProfileEditor = ({ source: newest, proof, folderId, onSaved, onGiveUp }: EditorParts) => {
  const edited = useEditedForm(newest);
  const { source } = edited;
  const saving = useStoreProfile(source, folderId);
  const renewMail = useRenewMail();
  const { proving, prove, store, proveThenStore } = useProvenStore({ edited, saving, proof, onSaved });
  const fits = proof.fits(edited.values);
  const isBusy = proving || saving.storing;
  const mode: FormMode = !edited.editing ? 'read' : isBusy ? 'busy' : 'edit';

  const nothingToSave = source.id !== null && source.side === 'active' && !edited.isDirty;
  return {
    ...edited,
    mode,
    fits,
    prove,
    nothingToSave,
    saveFailure: saving.failure,
    forgetSaveFailure: saving.forgetFailure,
    keepMine: saving.keepMine,
    /** Saves what was just proven, or proves first (REQUIREMENTS B06). */
    proveAndSave: async () => {
      if (proof.running || isBusy || nothingToSave) return;
      const { values } = edited;
      if (fits && values && proof.run?.outcome === 'passed') await store(values, proof.run.proofId);
      else await proveThenStore();
    },
    /** Save without proof: a draft beside what works (REQUIREMENTS N07). */
    saveDraft: async () => {
      const values = await edited.checked();
      if (values) await store(values, null);
    },
    /** Shows what is stored again, as it is now, with its own proof. */
    discard: () => {
      saving.forgetFailure();
      void renewMail();
      proof.keepOnlyOf(fromForm(newest.form).values);
      edited.close();
      if (source.id === null) onGiveUp();
    },
  };
};

export type ProfileEditorState = ReturnType<typeof useProfileEditor>;
