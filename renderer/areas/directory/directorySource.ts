import type { DirectoryDetails } from '../../../electron/contract/directory/directory.contract.ts';
import type { KeepFrom } from '../../../electron/contract/mail/mail.contract.ts';
import type { EditedSource } from '../proof/editor/provenForm.ts';
import { sideOf } from '../proof/editor/sideOf.ts';
import type { DirectoryForm } from './form/directoryForm.ts';
import { toForm } from './form/toForm.ts';

/** What the editor of the directory works on: one side of what is stored, or nothing yet. */
export type DirectorySource = EditedSource<DirectoryForm> & { details: DirectoryDetails };

/** The side that is shown, or `start` where nothing is stored. */
export const directorySource = (
  details: DirectoryDetails,
  asked: KeepFrom,
  start: DirectoryForm,
): DirectorySource => {
  const { revision } = details;
  const side = details.draft === null ? 'active' : sideOf(details, asked);
  const view = side === 'active' ? details.values : details.draft;
  return { isNew: view === null, revision, side, details, form: view === null ? start : toForm(view) };
};
