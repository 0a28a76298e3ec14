import type { DirectoryDetails } from '../../../electron/contract/directory/directory.contract.ts';
import type { DirectoryWrite } from '../../../electron/contract/directory/directoryValues.ts';
import { useClient } from '../../shell/ClientContext.ts';
import { useEditedForm } from '../proof/editor/useEditedForm.ts';
import { useProvenEditor } from '../proof/editor/useProvenEditor.ts';
import { useStoring } from '../proof/editor/useStoring.ts';
import { saveOnTopOf } from '../settings/saveOnTopOf.ts';
import { useRememberDirectory, useRenewDirectory } from './directoryQueries.ts';
import type { DirectorySource } from './directorySource.ts';
import { directoryProvenForm } from './form/directoryProvenForm.ts';
import { fromForm } from './form/fromForm.ts';
import { onlyUseDiffers } from './form/onlyUseDiffers.ts';
import { toForm } from './form/toForm.ts';
import type { DirectoryProof } from './useDirectoryProof.ts';

const contentOf = ({ values, draft }: DirectoryDetails): string => JSON.stringify([values, draft]);

const writtenOf = (view: DirectoryDetails['values']): DirectoryWrite | null =>
  view && fromForm(toForm(view)).values;

/** Values that are stored on top of `source`; the pages show them then. */
const useStoreDirectory = ({ isNew, revision, side, details: seen }: DirectorySource) => {
  const { directory } = useClient();
  const remember = useRememberDirectory();
  return useStoring<DirectoryWrite, DirectoryDetails>(revision, async (values, by, onTopOf) => {
    const input = { values, ...(isNew ? {} : { keepFrom: side }), ...by };
    const saved = await saveOnTopOf({
      save: (now) => directory.saveSettings({ ...input, revision: now }),
      revision: onTopOf,
      unchangedAt: async () => {
        const now = await directory.getSettings();
        return contentOf(now) === contentOf(seen) ? now.revision : null;
      },
    });
    await remember(saved);
    return { saved, stored: writtenOf(by.asDraft ? saved.draft : saved.values) };
  });
};

type EditorParts = {
  source: DirectorySource;
  proof: DirectoryProof;
  onSaved: (asDraft: boolean) => void;
  /** Called when a directory that is not set yet was given up. */
  onGiveUp: () => void;
};

/** The directory between being read and being saved: its form, its proof, and what can be done with both. */
export const useDirectoryEditor = ({ source: newest, proof, onSaved, onGiveUp }: EditorParts) => {
  const edited = useEditedForm(newest, directoryProvenForm);
  const { source } = edited;
  const renew = useRenewDirectory();
  return useProvenEditor({
    edited,
    saving: useStoreDirectory(source),
    proof,
    isProven: (values) =>
      source.side === 'active' && onlyUseDiffers(values, writtenOf(source.details.values)),
    onSaved: (_, asDraft) => onSaved(asDraft),
    onDiscard: () => {
      void renew();
      if (newest.isNew) onGiveUp();
    },
  });
};

export type DirectoryEditorState = ReturnType<typeof useDirectoryEditor>;
