import { fail } from '../../../contract/failures.ts';
import type { SaveProfileInput } from '../../../contract/mail/mail.contract.ts';
import type { ProofRecord } from '../../../contract/proof/proof.ts';
import type { Settings, StoredProfile, StoredValues } from '../../../stores/settings/settingsSchema.ts';
import { createSecretStoring } from '../../secrets/secretStoring.ts';
import { requireProof } from '../../proof/requireProof.ts';
import { keptSide, withSaved } from '../../proof/valueSides.ts';
import { findProfile, withProfile } from './storedProfiles.ts';
import { checkSaving } from './profileChecks.ts';
import type { ProfileParts } from './profileParts.ts';
import { mailSecrets } from './mailSecrets.ts';
import { provenSubject } from './provenSubject.ts';
import { toStored } from './storingPlan.ts';

const newProfile = (id: string, folderId: string | null = null): StoredProfile => ({
  ...{ id, folderId },
  ...{ active: null, draft: null },
});

/** Saving values: proven ones become the ones in force, others wait as a draft (REQUIREMENTS B06, N07). */
export const createProfileSaving = (parts: ProfileParts) => {
  const { settings, resolver, fingerprint, proofs, records, newId, log } = parts;
  const store = createSecretStoring(parts, mailSecrets);

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
    const stored = base && { profileId: before.id, base };
    const fingerprintNow = async () => fingerprint(await resolver.resolveWritten(input.values, stored));
    const proof = input.asDraft ? null : await requireProof(proofs, input.proofId, fingerprintNow);
    const plan = toStored(input.values, { profileId: before.id, base, newId });
    const after = withSaved(before, plan.values, input);
    const saved = await store({
      ...{ before: current, writings: plan.writings },
      request: { revision: input.revision, by, operation: 'mail.saveProfile' },
      change: (settingsNow) => withProfile(settingsNow, after),
    });
    if (proof !== null) await note(before.id, proof, plan.values);
    return { saved, id: before.id };
  };
};
