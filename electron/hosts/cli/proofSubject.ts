import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fromDraftFile, type ReadDraft } from '../../services/mail/draftFile.ts';
import type { Invocation } from './command.ts';
import { readGivenText } from './readGivenText.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usageError.ts';

/** What a proof is made of: the name of a stored profile, or what a draft file says. */
export type ProofSubject = { profile: string } | { draft: ReadDraft };

/** A path in the draft is relative to the draft. */
const readDraft = async (file: string, terminal: Terminal): Promise<ReadDraft> => {
  const folder = file === '-' ? process.cwd() : path.dirname(path.resolve(file));
  const text = await readGivenText(file, terminal);
  return fromDraftFile(text, (name) => readFile(path.resolve(folder, name)));
};

/** Reads `--profile` or `--draft`, before anything of the data folder is touched. */
export const readProofSubject = async ({ options, terminal }: Invocation): Promise<ProofSubject> => {
  const profile = options.get('profile');
  const file = options.get('draft');
  if (profile !== undefined && file === undefined) return { profile };
  if (file !== undefined && profile === undefined) return { draft: await readDraft(file, terminal) };
  throw new UsageError('needsProfileOrDraft');
};
