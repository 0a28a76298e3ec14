import type { SaveDirectoryInput } from '../../../contract/directory/directory.contract.ts';
import { fail } from '../../../contract/failures.ts';
import type { ProofRecord } from '../../../contract/proof/proof.ts';
import type { Settings, StoredDirectoryValues } from '../../../stores/settings/settingsSchema.ts';
import { requireProof } from '../../proof/requireProof.ts';
import { keptSide, withSaved } from '../../proof/valueSides.ts';
import { createSecretStoring } from '../../secrets/secretStoring.ts';
import { checkDirectory } from './checkDirectory.ts';
import { directorySecrets } from './directorySecrets.ts';
import { directoryProofs, type DirectorySettingsParts } from './directorySettingsParts.ts';
import { planDirectory } from './planDirectory.ts';
import { provenSubject } from './provenDirectory.ts';

/** Nothing differs from what is in force but how this console uses the directory. */
const isProvenAlike = (values: StoredDirectoryValues, active: StoredDirectoryValues | null): boolean =>
  active !== null && provenSubject(values) === provenSubject(active);

/** Saving values: proven ones become the ones in force, others wait as a draft (REQUIREMENTS U05, B06, N07). */
export const createDirectorySaving = (parts: DirectorySettingsParts) => {
  const { settings, resolver, fingerprint, proofs, records, newId, log } = parts;
  const store = createSecretStoring(parts, directorySecrets);

  /** What was saved stays saved when its proof cannot be noted: it then counts as not proven. */
  const note = (record: ProofRecord, values: StoredDirectoryValues): Promise<void> =>
    records
      .write(directoryProofs, { record, subject: provenSubject(values) })
      .catch((error: unknown) => log.error('directory.proofNotNoted', { error }));

  /** CONFLICT, INVALID_INPUT, PROOF_REQUIRED, SECRET_REQUIRED … */
  return async (input: SaveDirectoryInput, by: string): Promise<Settings> => {
    const before = await settings.read();
    if (before.revision !== input.revision) throw fail('CONFLICT', { revision: before.revision });
    checkDirectory(input.values);
    const { directory } = before;
    const base = keptSide(directory, input.keepFrom);
    const { values, writings } = planDirectory(input.values, base, newId);
    const fingerprintNow = async () => fingerprint(await resolver.resolveWritten(input.values, base));
    const needsProof = !input.asDraft && !isProvenAlike(values, directory.active);
    const proof = needsProof ? await requireProof(proofs, input.proofId, fingerprintNow) : null;
    const saved = await store({
      ...{ before, writings },
      request: { revision: input.revision, by, operation: 'directory.saveSettings' },
      change: (current) => ({ ...current, directory: withSaved(current.directory, values, input) }),
    });
    if (proof !== null) await note(proof, values);
    return saved;
  };
};
