import { isFailure } from '../../../contract/failures.ts';
import type { ProofRecord } from '../../../contract/proof/proof.ts';
import type { StoredValues } from '../../../stores/settings/settingsSchema.ts';
import type { ProfileParts } from './profileParts.ts';
import { provenSubject } from './provenSubject.ts';

type RecordingParts = Pick<ProfileParts, 'settings' | 'resolver' | 'fingerprint' | 'records'>;

/** Notes the result of a proof when exactly the values in force of the profile were proven, and a verdict was reached. */
export const createProofRecording = ({ settings, resolver, fingerprint, records }: RecordingParts) => {
  /** Null when the values cannot be had now (vault locked, variable not set): then no proof was about them. */
  const fingerprintOfStored = async (id: string, values: StoredValues): Promise<string | null> => {
    try {
      return await fingerprint(await resolver.resolveStored(id, values));
    } catch (error) {
      if (isFailure(error)) return null;
      throw error;
    }
  };

  return async (id: string, record: ProofRecord): Promise<void> => {
    if (record.outcome === 'cancelled') return;
    const profile = (await settings.read()).mail.profiles.find((candidate) => candidate.id === id);
    if (!profile?.active || record.fingerprint !== (await fingerprintOfStored(id, profile.active))) return;
    await records.write(id, { record, subject: provenSubject(profile.active) });
  };
};
