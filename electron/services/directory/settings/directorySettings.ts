import type { DirectoryDetails, SaveDirectoryInput } from '../../../contract/directory/directory.contract.ts';
import type { DirectoryWrite } from '../../../contract/directory/directoryValues.ts';
import { mapDirectoryPassword } from '../../../contract/directory/mapDirectoryPassword.ts';
import { fail } from '../../../contract/failures.ts';
import type { KeepFrom } from '../../../contract/mail/mail.contract.ts';
import type { ProofRecord } from '../../../contract/proof/proof.ts';
import type { Settings, StoredDirectoryValues } from '../../../stores/settings/settingsSchema.ts';
import { createProofRecording } from '../../proof/proofRecording.ts';
import { proofState } from '../../proof/proofState.ts';
import { keptSide } from '../../proof/valueSides.ts';
import { createSecretStoring } from '../../secrets/secretStoring.ts';
import { viewPassword } from '../../secrets/viewPassword.ts';
import type { ResolvedDirectory } from '../resolvedDirectory.ts';
import { checkDirectory } from './checkDirectory.ts';
import { createDirectorySaving } from './directorySaving.ts';
import { directorySecrets } from './directorySecrets.ts';
import { directoryProofs, type DirectorySettingsParts } from './directorySettingsParts.ts';
import { provenSubject } from './provenDirectory.ts';

/** Values to use now, over the stored ones, whose password they may keep. */
export type ResolveDirectory = { values: DirectoryWrite; keepFrom?: KeepFrom | undefined };

const createReading = ({ settings, resolver, records }: DirectorySettingsParts) => {
  const detail = async ({ revision, directory }: Settings): Promise<DirectoryDetails> => {
    const { active, draft } = directory;
    const proof = await records.read(directoryProofs);
    return {
      revision,
      values: active && mapDirectoryPassword(active, viewPassword),
      draft: draft && mapDirectoryPassword(draft, viewPassword),
      state: active || draft ? proofState(active && provenSubject(active), proof) : null,
      proof: active && proof ? proof.record : null,
    };
  };

  const readActive = async (): Promise<StoredDirectoryValues | null> =>
    (await settings.read()).directory.active;

  return {
    detail,
    readActive,

    /** When a proof of exactly what is in force passed last, in ms since 1970 UTC; null: none did, or a later one failed. */
    readProvenAt: async (): Promise<number | null> => {
      const { state, proof } = await detail(await settings.read());
      return state === 'proven' && proof ? Date.parse(proof.at) : null;
    },

    /** Written values with every reference replaced. SECRET_REQUIRED, INVALID_INPUT, VAULT_LOCKED … */
    resolveWritten: async ({ values, keepFrom }: ResolveDirectory): Promise<ResolvedDirectory> => {
      checkDirectory(values);
      const { directory } = await settings.read();
      return resolver.resolveWritten(values, keptSide(directory, keepFrom));
    },

    /** The values in force, ready for use. NOT_FOUND when there are none, SECRET_REQUIRED, INVALID_INPUT, VAULT_LOCKED … */
    resolveActive: async (): Promise<ResolvedDirectory> => {
      const active = await readActive();
      if (active === null) throw fail('NOT_FOUND', {});
      return resolver.resolveStored(active);
    },
  };
};

/** The directory: what is in force, what waits as a draft, and what was proven (REQUIREMENTS U05). */
export const createDirectorySettings = (parts: DirectorySettingsParts) => {
  const { settings, resolver, fingerprint, records } = parts;
  const { detail, readActive, ...resolving } = createReading(parts);
  const save = createDirectorySaving(parts);
  const store = createSecretStoring(parts, directorySecrets);
  const recordProof = createProofRecording({
    records,
    readInForce: async () => {
      const active = await readActive();
      if (active === null) return null;
      return {
        subject: provenSubject(active),
        fingerprint: async () => fingerprint(await resolver.resolveStored(active)),
      };
    },
  });

  return {
    ...resolving,

    /** As stored, for what asks only how the directory is used; null: none is in force. */
    readActive,

    getSettings: async (): Promise<DirectoryDetails> => detail(await settings.read()),

    /** Saves proven values, or any as a draft. CONFLICT, INVALID_INPUT, PROOF_REQUIRED, SECRET_REQUIRED, VAULT_LOCKED … */
    saveSettings: async (input: SaveDirectoryInput, by: string): Promise<DirectoryDetails> =>
      detail(await save(input, by)),

    /** Forgets the draft. CONFLICT; NOT_FOUND when there is none. */
    discardDraft: async ({ revision }: { revision: number }, by: string): Promise<DirectoryDetails> => {
      const before = await settings.read();
      if (before.directory.draft === null) throw fail('NOT_FOUND', {});
      const saved = await store({
        ...{ before, writings: [], request: { revision, by, operation: 'directory.discardDraft' } },
        change: (current) => ({ ...current, directory: { ...current.directory, draft: null } }),
      });
      return detail(saved);
    },

    /** Notes the result of a proof when exactly the values in force were proven. */
    recordProof: (record: ProofRecord): Promise<void> => recordProof(directoryProofs, record),
  };
};

export type DirectorySettings = ReturnType<typeof createDirectorySettings>;
