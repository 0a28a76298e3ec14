import type { KeepFrom } from '../../contract/mail/mail.contract.ts';

/** What is in force, and what waits beside it. */
type Sides<Values> = { active: Values | null; draft: Values | null };

/** The stored values whose secrets `keep` means: as asked, else the draft's, else those in force. */
export const keptSide = <Values>(sides: Sides<Values>, keepFrom: KeepFrom | undefined): Values | null =>
  keepFrom === undefined ? (sides.draft ?? sides.active) : sides[keepFrom];

type SavedAs = { asDraft: boolean; keepFrom?: KeepFrom | undefined };

/** A draft stays beside what works; proven values take its place, unless they were made from what was in force. */
export const withSaved = <Values, Owner extends Sides<Values>>(
  before: Owner,
  values: Values,
  { asDraft, keepFrom }: SavedAs,
): Owner => {
  if (asDraft) return { ...before, draft: values };
  return { ...before, active: values, draft: keepFrom === 'active' ? before.draft : null };
};
