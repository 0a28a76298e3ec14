import type { ProfileSummary } from '../../../contract/mail/profile.ts';
import type { StageName } from '../../../contract/proof/proof.ts';
import type { NotedProof } from '../../../stores/proof/proofRecordStore.ts';
import type { Settings, StoredProfile, StoredValues } from '../../../stores/settings/settingsSchema.ts';
import { targetOf } from '../profileTarget.ts';
import { proofState } from '../../proof/proofState.ts';
import { provenSubject } from './provenSubject.ts';

const stateOf = ({ active }: StoredProfile, proof: NotedProof | null) =>
  proofState(active && provenSubject(active), proof);

const withoutEnvelope: ReadonlySet<StoredValues['kind']> = new Set(['microsoft365', 'exchange', 'outlook']);

/** After which stage the proof of a proven profile stopped, although it has another one. */
export const provenOnlyUntil = (
  values: { kind: StoredValues['kind']; arrival?: object | null },
  lastStage: StageName | null,
): ProfileSummary['provenOnlyUntil'] => {
  // Without a delivery nothing was sent, whichever stage was the last one.
  if (withoutEnvelope.has(values.kind)) return lastStage === 'deliver' ? null : 'envelope';
  if (lastStage === 'envelope') return lastStage;
  return lastStage === 'deliver' && values.kind === 'smtp' && values.arrival ? lastStage : null;
};

const limitOf = (profile: StoredProfile, proof: NotedProof | null): ProfileSummary['provenOnlyUntil'] => {
  const { active } = profile;
  if (active === null || stateOf(profile, proof) !== 'proven') return null;
  return provenOnlyUntil(active, proof?.record.stage ?? null);
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
    provenOnlyUntil: limitOf(profile, proof),
    hasDraft: profile.draft !== null,
    proof: proof && proof.record,
  };
};
