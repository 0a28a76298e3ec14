import type { ProveDirectoryInput } from '../../contract/directory/directory.contract.ts';
import { fail } from '../../contract/failures.ts';
import type { ProofEvent, ProofRecord, StageName } from '../../contract/proof/proof.ts';
import type { ProblemLog } from '../../stores/problemLog.ts';
import type { LiveSecrets } from '../../stores/vault/liveSecrets.ts';
import type { ProofLookup } from '../proof/proofLog.ts';
import { streamProof } from '../proof/streamProof.ts';
import type { DirectoryProver } from './proof/directoryProver.ts';
import { type DirectoryStageName, isDirectoryStage } from './proof/directoryStageNames.ts';
import type { DirectorySettings } from './settings/directorySettings.ts';

export type DirectoryProvingParts = {
  settings: Pick<DirectorySettings, 'resolveWritten' | 'recordProof'>;
  prove: DirectoryProver;
  proofs: ProofLookup;
  secrets: LiveSecrets;
  log: ProblemLog;
};

const requireStages = (names: readonly StageName[] | null): DirectoryStageName[] | null => {
  const unknown = names?.findIndex((name) => !isDirectoryStage(name)) ?? -1;
  if (unknown < 0) return names?.filter(isDirectoryStage) ?? null;
  throw fail('INVALID_INPUT', {
    issues: [{ path: ['stages', unknown], code: 'invalid_value', parameters: {} }],
  });
};

/** The stages whose outcome rests on whose groups are read. */
const personStages: readonly StageName[] = ['search', 'groups'];

/** True for what only says that somebody else than who reads was not found, or not with groups. */
const isAboutPerson = ({ outcome, stage }: ProofRecord, testUser: string | null): boolean =>
  testUser !== null && outcome === 'failed' && personStages.includes(stage);

/**
 * Proves the values of a form. Changes no settings; notes the result when exactly the values in force were proven, all of
 * them. What keeps the proof from starting (SECRET_REQUIRED, INVALID_INPUT, VAULT_LOCKED) is thrown before the stream is
 * there.
 */
export const createDirectoryProving =
  ({ settings, prove, proofs, secrets, log }: DirectoryProvingParts) =>
  async (
    { values, keepFrom, testUser, stages, controller }: ProveDirectoryInput,
    by: string,
    signal: AbortSignal,
  ): Promise<AsyncGenerator<ProofEvent, undefined, void>> => {
    const asked = requireStages(stages);
    const directory = await settings.resolveWritten({ values, keepFrom });
    const { identity } = directory;
    const noteFinished = async (proofId: string): Promise<void> => {
      const record = proofs.find(proofId);
      if (record === null || isAboutPerson(record, testUser)) return;
      await settings
        .recordProof(record)
        .catch((error: unknown) => log.error('directory.proofNotNoted', { error }));
    };
    return streamProof(
      {
        ...{ secrets, noteFinished },
        proof: prove({ directory, testUser, stages: asked, controller, by }),
        passwords: identity.mode === 'password' ? [identity.password] : [],
      },
      signal,
    );
  };

export type ProveDirectory = ReturnType<typeof createDirectoryProving>;
