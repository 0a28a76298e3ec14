import type { KeepFrom } from '../../../electron/contract/mail/mail.contract.ts';
import type { ProfileDetails } from '../../../electron/contract/mail/profile.ts';
import type { MailForm } from './form/mailForm.ts';
import { toForm } from './form/toForm.ts';

/** What an editor works on: a new profile, or one side of a stored one. */
export type ProfileSource = {
  /** Null: not saved yet. */
  id: string | null;
  /** Revision of the settings that were read. */
  revision: number;
  side: KeepFrom;
  details: ProfileDetails | null;
  form: MailForm;
};

/** An editor's source for a profile that does not exist yet. */
export const newSource = (revision: number, form: MailForm): ProfileSource => ({
  id: null,
  revision,
  side: 'active',
  details: null,
  form,
});

/** The side of a profile that is shown: the one asked for if it is there. */
export const sideOf = (details: ProfileDetails, asked: KeepFrom): KeepFrom => {
  if (details.values === null) return 'draft';
  return details.draft === null ? 'active' : asked;
};

/** An editor's source for one side of a stored profile. */
export const storedSource = (revision: number, details: ProfileDetails, asked: KeepFrom): ProfileSource => {
  const side = sideOf(details, asked);
  const view = side === 'active' ? details.values : details.draft;
  if (!view) throw new Error('A profile has neither values nor a draft');
  return { id: details.summary.id, revision, side, details, form: toForm(view) };
};
