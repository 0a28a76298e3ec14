import path from 'node:path';
import type { DraftPlace } from '../../services/draft/draftPlace.ts';
import type { Invocation } from './command.ts';
import { openRegularFile } from './openRegularFile.ts';
import { readAtMost } from './readAtMost.ts';
import { readGivenText } from './readGivenText.ts';

/** More than any certificate file has; what lies behind it is not read. */
const longestCertificate = 1024 * 1024;

/** Reads what `--draft` names, with `read`, which gets the text and where the file stands. */
export const readDraftFile = async <Draft>(
  file: string,
  invocation: Invocation,
  read: (text: string, place: DraftPlace) => Promise<Draft>,
): Promise<Draft> => {
  const folder = file === '-' ? process.cwd() : path.dirname(path.resolve(file));
  const readFile = async (named: string): Promise<Uint8Array> => {
    const source = (await openRegularFile(named)).createReadStream({ signal: invocation.signal });
    return (await readAtMost(source, longestCertificate)).bytes;
  };
  return read(await readGivenText(file, invocation), { folder, readFile });
};
