import { createProofRecording } from '../../proof/proofRecording.ts';
import type { ProfileParts } from './profileParts.ts';
import { provenSubject } from './provenSubject.ts';

type RecordingParts = Pick<ProfileParts, 'settings' | 'resolver' | 'fingerprint' | 'records'>;

/** Notes the result of a proof of the values in force of the profile with an id. */
export const createProfileProofRecording = ({ settings, resolver, fingerprint, records }: RecordingParts) =>
  createProofRecording({
    records,
    readInForce: async (id) => {
      const { mail } = await settings.read();
      const active = mail.profiles.find((candidate) => candidate.id === id)?.active;
      if (!active) return null;
      return {
        subject: provenSubject(active),
        fingerprint: async () => fingerprint(await resolver.resolveStored(id, active)),
      };
    },
  });
