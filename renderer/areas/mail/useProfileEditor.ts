import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { FormChange } from '../../../electron/contract/proof/finding.ts';
import type { ProofRun } from '../proof/proofRun.ts';
import type { StageName } from '../../../electron/contract/proof/proof.ts';
import type { ProfileWrite } from '../../../electron/contract/mail/profile.ts';
import { useLeaveGuard } from '../../shell/RouteContext.ts';
import { focusField } from '../../controls/focusField.ts';
import { applyChange } from './form/applyChange.ts';
import { changedField } from './form/changedField.ts';
import { fromForm } from './form/fromForm.ts';
import type { MailForm } from './form/mailForm.ts';
import { toForm } from './form/toForm.ts';
import { mailResolver } from './form/mailResolver.ts';
import { placeFailure } from './placeFailure.ts';
import type { ProfileSource } from './profileSource.ts';
import type { MailProof } from './useMailProof.ts';
import { useFocusOnError } from './useFocusOnError.ts';
import { useSaveProfile } from './useSaveProfile.ts';

type EditorParts = {
  source: ProfileSource;
  proof: MailProof;
  /** Called with the id of the profile after it was saved. */
  onSaved: (id: string, asDraft: boolean) => void;
  /** Called when a new profile was given up. */
  onGiveUp: () => void;
};

/** A profile between being read and being saved: its form, its proof, and what can be done with both. */
export const useProfileEditor = ({ source, proof, onSaved, onGiveUp }: EditorParts) => {
  const form = useForm<MailForm>({
    defaultValues: source.form,
    resolver: mailResolver,
    mode: 'onBlur',
    reValidateMode: 'onBlur',
    shouldFocusError: false,
  });
  const [editing, setEditing] = useState(source.id === null);
  const [proving, setProving] = useState(false);
  const [revision, setRevision] = useState(source.revision);
  const save = useSaveProfile();
  const focusOnError = useFocusOnError();

  useEffect(() => {
    if (editing) return;
    form.reset(source.form);
    setRevision(source.revision);
  }, [editing, form, source]);

  const isDirty = editing && (source.id === null || form.formState.isDirty);
  const liftGuard = useLeaveGuard(isDirty);
  const values = fromForm(form.watch()).values;
  const fits = proof.fits(values);

  /** Values that are fit to be sent; else the fields say why not. */
  const checked = async (): Promise<ProfileWrite | null> => {
    const { values: written } = fromForm(form.getValues());
    if (written) return written;
    setEditing(true);
    await form.trigger();
    focusOnError();
    return null;
  };

  const place = (error: unknown) => {
    if (!placeFailure(form, error)) return;
    setEditing(true);
    focusOnError();
  };

  const prove = async (): Promise<{ run: ProofRun; written: ProfileWrite } | null> => {
    const written = await checked();
    if (!written) return null;
    const { run, failure } = await proof.prove(written);
    if (failure !== null) place(failure);
    return run && { run, written };
  };

  const store = async (written: ProfileWrite, proofId: string | null) => {
    const asDraft = proofId === null;
    const { id, side, details } = source;
    const keepFrom = id === null ? {} : { keepFrom: side };
    const input = { revision, id, values: written, ...keepFrom, proofId, asDraft };
    try {
      const saved = await save.mutateAsync({ input, seen: details });
      const stored = asDraft ? saved.profile.draft : saved.profile.values;
      if (stored) proof.adopt(written, fromForm(toForm(stored)).values);
      setEditing(false);
      liftGuard();
      onSaved(saved.profile.summary.id, asDraft);
    } catch (error) {
      place(error);
    }
  };

  const proveAndSave = async () => {
    if (proof.running || save.isPending) return;
    if (fits && values && proof.run?.outcome === 'passed') return store(values, proof.run.proofId);
    setProving(true);
    const proven = await prove();
    if (proven?.run.outcome === 'passed') await store(proven.written, proven.run.proofId);
    setProving(false);
  };

  return {
    form,
    editing,
    mode: !editing ? ('read' as const) : proving || save.isPending ? ('busy' as const) : ('edit' as const),
    isDirty,
    fits,
    saveFailure: save.error,
    forgetSaveFailure: save.reset,
    edit: () => setEditing(true),
    discard: () => {
      save.reset();
      setEditing(false);
      liftGuard();
      if (source.id === null) onGiveUp();
    },
    prove,
    proveAndSave,
    saveDraft: async () => {
      const written = await checked();
      if (written) await store(written, null);
    },
    /** After a conflict: the person's values go on top of what was saved meanwhile. */
    keepMine: (onTopOf: number) => {
      setRevision(onTopOf);
      save.reset();
    },
    apply: (stage: StageName, change: FormChange) => {
      setEditing(true);
      const next = applyChange(form.getValues(), stage, change);
      form.reset(next, { keepDefaultValues: true });
      requestAnimationFrame(() => focusField(changedField(stage, change)));
    },
  };
};

export type ProfileEditorState = ReturnType<typeof useProfileEditor>;
