import type { ProfileState, ProfileSummary } from '../../../contract/mail/profile.ts';
import type { ProofRecord } from '../../../contract/proof/proof.ts';
import type { Settings, StoredProfile, StoredValues } from '../../../stores/settings/settingsSchema.ts';

/** What is known of the values in force: the last proof, and the fingerprint of the values now; null: it cannot be made. */
export type ProofStanding = { proof: ProofRecord | null; fingerprint: string | null };

/** The state of a profile from what is stored and what its last proof said (REQUIREMENTS N02, N07). */
export const stateOf = (profile: StoredProfile, { proof, fingerprint }: ProofStanding): ProfileState => {
  if (profile.active === null) return 'draft';
  if (proof === null) return 'neverProven';
  if (proof.fingerprint !== fingerprint) return 'changed';
  return proof.outcome === 'passed' ? 'proven' : 'failed';
};

/** What a list shows of a profile: the values in force, or the draft when there are none. */
export const shownValues = (profile: StoredProfile): StoredValues => {
  const values = profile.active ?? profile.draft;
  if (values === null) throw new Error(`Profile ${profile.id} has neither values nor a draft.`);
  return values;
};

const targetOf = (values: StoredValues): string => {
  switch (values.kind) {
    case 'smtp':
      return values.host.includes(':') ? `[${values.host}]:${values.port}` : `${values.host}:${values.port}`;
    case 'pickup':
      return values.folder;
    case 'capture':
      return '';
  }
};

/** One row of the list of profiles. */
export const toSummary = (
  settings: Settings,
  profile: StoredProfile,
  standing: ProofStanding,
): ProfileSummary => {
  const values = shownValues(profile);
  return {
    id: profile.id,
    name: values.name,
    kind: values.kind,
    target: targetOf(values),
    isDefault: settings.mail.defaultProfileId === profile.id,
    state: stateOf(profile, standing),
    hasDraft: profile.draft !== null,
    proof: standing.proof,
  };
};
