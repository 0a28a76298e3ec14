import type { ProfileState, ProfileSummary } from '../../../contract/mail/profile.ts';
import type { NotedProof } from '../../../stores/mail/proofRecordStore.ts';
import type { Settings, StoredProfile, StoredValues } from '../../../stores/settings/settingsSchema.ts';
import { targetOf } from '../profileTarget.ts';
import { provenSubject } from './provenSubject.ts';

/** The state of a profile from what is stored and what its last proof said; null: there was none (REQUIREMENTS N02, N07). */
export const stateOf = (profile: StoredProfile, proof: NotedProof | null): ProfileState => {
  if (profile.active === null) return 'draft';
  if (proof === null) return 'neverProven';
  if (proof.subject !== provenSubject(profile.active)) return 'changed';
  return proof.record.outcome === 'passed' ? 'proven' : 'failed';
};

/** After which stage the proof of a proven profile stopped, although it has another one. */
const provenOnlyUntil = (
  profile: StoredProfile,
  proof: NotedProof | null,
): ProfileSummary['provenOnlyUntil'] => {
  const { active } = profile;
  if (stateOf(profile, proof) !== 'proven' || active?.kind !== 'smtp') return null;
  const stage = proof?.record.stage;
  if (stage === 'envelope') return stage;
  return stage === 'deliver' && active.arrival !== null ? stage : null;
};

/** What a list shows of a profile: the values in force, or the draft when there are none. */
const shownValues = (profile: StoredProfile): StoredValues => {
  const values = profile.active ?? profile.draft;
  if (values === null) throw new Error(`Profile ${profile.id} has neither values nor a draft.`);
  return values;
};

/** One row of the list of profiles. */
export const toSummary = (
  settings: Settings,
  profile: StoredProfile,
  proof: NotedProof | null,
): ProfileSummary => {
  const values = shownValues(profile);
  return {
    id: profile.id,
    folderId: profile.folderId,
    name: values.name,
    kind: values.kind,
    target: targetOf(values),
    isDefault: settings.mail.defaultProfileId === profile.id,
    state: stateOf(profile, proof),
    provenOnlyUntil: provenOnlyUntil(profile, proof),
    hasDraft: profile.draft !== null,
    proof: proof && proof.record,
  };
};
