import { fromDraftFile, type ReadDraft } from '../../services/mail/draft/draftFile.ts';
import type { Invocation } from './command.ts';
import { readDraftFile } from './readDraftFile.ts';
import { UsageError } from './usageError.ts';

/** What a proof is made of: the name of a stored profile, or what a draft file says. */
export type ProofSubject = { profile: string } | { draft: ReadDraft };

/** Reads `--profile` or `--draft`, before anything of the data folder is touched. */
export const readProofSubject = async (invocation: Invocation): Promise<ProofSubject> => {
  const { options } = invocation;
  const profile = options.get('profile');
  const file = options.get('draft');
  if (profile !== undefined && file === undefined) return { profile };
  if (file !== undefined && profile === undefined)
    return {
      draft: await readDraftFile(file, invocation, (text, place) => fromDraftFile(text, place, invocation)),
    };
  throw new UsageError('needsProfileOrDraft');
};
