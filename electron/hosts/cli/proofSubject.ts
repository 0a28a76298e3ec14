import { createReadStream } from 'node:fs';
import path from 'node:path';
import { fromDraftFile, type ReadDraft } from '../../services/mail/draftFile.ts';
import type { Invocation } from './command.ts';
import { readAtMost } from './readAtMost.ts';
import { readGivenText } from './readGivenText.ts';
import { UsageError } from './usageError.ts';

/** What a proof is made of: the name of a stored profile, or what a draft file says. */
export type ProofSubject = { profile: string } | { draft: ReadDraft };

/** More than any certificate file has; what lies behind it is not read. */
const longestCertificate = 1024 * 1024;

const readDraft = async (file: string, invocation: Invocation): Promise<ReadDraft> => {
  const folder = file === '-' ? process.cwd() : path.dirname(path.resolve(file));
  const readFile = async (named: string): Promise<Uint8Array> => {
    const source = createReadStream(named, { signal: invocation.signal });
    return (await readAtMost(source, longestCertificate)).bytes;
  };
  return fromDraftFile(await readGivenText(file, invocation), { folder, readFile });
};

/** Reads `--profile` or `--draft`, before anything of the data folder is touched. */
export const readProofSubject = async (invocation: Invocation): Promise<ProofSubject> => {
  const { options } = invocation;
  const profile = options.get('profile');
  const file = options.get('draft');
  if (profile !== undefined && file === undefined) return { profile };
  if (file !== undefined && profile === undefined) return { draft: await readDraft(file, invocation) };
  throw new UsageError('needsProfileOrDraft');
};
