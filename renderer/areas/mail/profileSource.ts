import type { KeepFrom } from '../../../electron/contract/mail/mail.contract.ts';
import type { ProfileDetails } from '../../../electron/contract/mail/profile.ts';
import type { EditedSource } from '../proof/editor/provenForm.ts';
import { sideOf } from '../proof/editor/sideOf.ts';
import type { MailForm } from './form/mailForm.ts';
import { toForm } from './form/toForm.ts';

/** What an editor works on: a new profile, or one side of a stored one. */
export type ProfileSource = EditedSource<MailForm> & {
  /** Null: not saved yet. */
  id: string | null;
  details: ProfileDetails | null;
};

/** An editor's source for a profile that does not exist yet. */
export const newSource = (revision: number, form: MailForm): ProfileSource => ({
  id: null,
  isNew: true,
  revision,
  side: 'active',
  details: null,
  form,
});

/** An editor's source for one side of a stored profile. */
export const storedSource = (revision: number, details: ProfileDetails, asked: KeepFrom): ProfileSource => {
  const side = sideOf(details, asked);
  const view = side === 'active' ? details.values : details.draft;
  if (!view) throw new Error('A profile has neither values nor a draft');
  return { id: details.summary.id, isNew: false, revision, side, details, form: toForm(view) };
};
