import type { ProveDirectoryInput } from '../../contract/directory/directory.contract.ts';
import { mapDirectoryPassword } from '../../contract/directory/mapDirectoryPassword.ts';
import type { StageName } from '../../contract/proof/proof.ts';
import { fromDirectoryDraft, type ReadDirectoryDraft } from '../../services/directory/directoryDraft.ts';
import { directoryStageNames } from '../../services/directory/proof/directoryStageNames.ts';
import type { InProcessClient } from '../inProcessClient.ts';
import { chosen } from './chosen.ts';
import type { Command, Invocation } from './command.ts';
import { keepSecret } from './keepSecrets.ts';
import { printProof } from './printProof.ts';
import { proofOutput } from './proofOutput.ts';
import { readDraftFile } from './readDraftFile.ts';
import { UsageError } from './usageError.ts';
import { withConsole } from './withConsole.ts';

type Values = Pick<ProveDirectoryInput, 'values' | 'keepFrom'>;

/** What a draft file says; null: the stored directory is meant. */
const readSubject = async (invocation: Invocation): Promise<ReadDirectoryDraft | null> => {
  const file = invocation.options.get('draft');
  const isSaved = invocation.options.has('saved');
  if (isSaved === (file !== undefined)) throw new UsageError('needsSavedOrDraft');
  return file === undefined ? null : readDraftFile(file, invocation, fromDirectoryDraft);
};

const readStages = ({ repeated }: Invocation): StageName[] | null => {
  const stages = (repeated.get('stage') ?? []).map((name) => chosen('stage', name, directoryStageNames));
  return stages.length > 0 ? [...new Set(stages)] : null;
};

/** What is in force, or the draft when there is nothing else; a stored password stays where it is. */
const savedValues = async ({ directory }: InProcessClient): Promise<Values> => {
  const { values, draft } = await directory.getSettings();
  const chosen = values ?? draft;
  if (chosen === null) throw new UsageError('noDirectory');
  return {
    values: mapDirectoryPassword(chosen, keepSecret),
    keepFrom: values === null ? 'draft' : 'active',
  };
};

const draftValues = async (
  { directory }: InProcessClient,
  { values, usesVault }: ReadDirectoryDraft,
): Promise<Values> => {
  if (!usesVault) return { values };
  const stored = await directory.getSettings();
  return { values, keepFrom: stored.values === null ? 'draft' : 'active' };
};

/** `--user` is somebody of the directory here: who calls is said by `sign-in` alone. */
const withoutUser = (invocation: Invocation): Invocation => ({
  ...invocation,
  options: new Map([...invocation.options].filter(([name]) => name !== 'user')),
});

/**
 * `prove directory`: whether Active Directory can be used from here, each stage as it happens. All that is given is read
 * before anything of the data folder is touched. Ctrl+C closes every connection at once.
 */
export const proveDirectory: Command = async (invocation) => {
  const { options, signal } = invocation;
  const draft = await readSubject(invocation);
  const stages = readStages(invocation);
  const testUser = options.get('user') ?? null;
  const output = await proofOutput(invocation, 'directory');
  return withConsole(withoutUser(invocation), async ({ client }) => {
    const values = await (draft === null ? savedValues(client) : draftValues(client, draft));
    const request = { ...values, testUser, stages, controller: null };
    return printProof(await client.directory.proveSettings(request, { signal }), output);
  });
};
