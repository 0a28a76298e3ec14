import { fail } from '../../../contract/failures.ts';
import type { SaveProfileInput } from '../../../contract/mail/mail.contract.ts';
import type { ProofRecord } from '../../../contract/proof/proof.ts';
import type { Settings, StoredProfile, StoredValues } from '../../../stores/settings/settingsSchema.ts';
import { createSecretStoring } from '../../secrets/secretStoring.ts';
import { findProfile, keptSide, withProfile } from './storedProfiles.ts';
import { checkSaving } from './profileChecks.ts';
import type { ProfileParts } from './profileParts.ts';
import { mailSecrets } from './mailSecrets.ts';
import { provenSubject } from './provenSubject.ts';
import { toStored } from './storingPlan.ts';

/** The profile that is saved as it was before, or as it starts. */
type Saving = { before: StoredProfile; base: StoredValues | null; input: SaveProfileInput };

const newProfile = (id: string, folderId: string | null = null): StoredProfile => ({
  ...{ id, folderId },
  ...{ active: null, draft: null },
});

/** A draft stays beside what works; proven values take its place, unless they were made from what was in force. */
const withValues = ({ before, input }: Saving, values: StoredValues): StoredProfile => {
  if (input.asDraft) return { ...before, draft: values };
  return { ...before, active: values, draft: input.keepFrom === 'active' ? before.draft : null };
};

/** Saving values: proven ones become the ones in force, others wait as a draft (REQUIREMENTS B06, N07). */
export const createProfileSaving = (parts: ProfileParts) => {
  const { settings, resolver, fingerprint, proofs, records, newId, log } = parts;
  const store = createSecretStoring(parts, mailSecrets);

  /** The passed proof of exactly these values. PROOF_REQUIRED. */
  const requireProof = async ({ before, base, input }: Saving): Promise<ProofRecord> => {
    const proof = input.proofId === null ? null : proofs.find(input.proofId);
    if (proof?.outcome !== 'passed') throw fail('PROOF_REQUIRED', {});
    const stored = base && { profileId: before.id, base };
    const resolved = await resolver.resolveWritten(input.values, stored);
    if (proof.fingerprint !== (await fingerprint(resolved))) throw fail('PROOF_REQUIRED', {});
    return proof;
  };

  /** What was saved stays saved when its proof cannot be noted: the profile then counts as not proven. */
  const note = (id: string, record: ProofRecord, values: StoredValues): Promise<void> =>
    records
      .write(id, { record, subject: provenSubject(values) })
      .catch((error: unknown) => log.error('mail.proofNotNoted', { profile: id, error }));

  /** Gives the saved settings and the profile's id. CONFLICT, NOT_FOUND, INVALID_INPUT, PROOF_REQUIRED, SECRET_REQUIRED … */
  return async (input: SaveProfileInput, by: string): Promise<{ saved: Settings; id: string }> => {
    const current = await settings.read();
    if (current.revision !== input.revision) throw fail('CONFLICT', { revision: current.revision });
    const before = input.id === null ? newProfile(newId(), input.folderId) : findProfile(current, input.id);
    checkSaving(current, input.id, input.values);
    const base = keptSide(before, input.keepFrom);
    const saving: Saving = { before, base, input };
    const proof = input.asDraft ? null : await requireProof(saving);
    const plan = toStored(input.values, { profileId: before.id, base, newId });
    const after = withValues(saving, plan.values);
    const saved = await store({
      ...{ before: current, writings: plan.writings },
      request: { revision: input.revision, by, operation: 'mail.saveProfile' },
      change: (settingsNow) => withProfile(settingsNow, after),
    });
    if (proof !== null) await note(before.id, proof, plan.values);
    return { saved, id: before.id };
  };
};
