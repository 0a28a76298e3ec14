import { mkdir, readdir } from 'node:fs/promises';
import { readDirectoryRights } from './directoryRights.ts';
import { restrictDirectory } from './restrictDirectory.ts';

const system = { readRights: readDirectoryRights, restrict: restrictDirectory };

/** Names that the stores give to their files and folders. */
const ourNames = /^(?:settings|vault|mailbox|proofs|backups|revisions|staging)\b/;

const restrictExisting = async (
  directory: string,
  { readRights, restrict }: typeof system,
): Promise<void> => {
  const { isOwn, access } = await readRights(directory);
  if (!isOwn)
    throw new Error(
      `The data folder ${directory} belongs to another user, who could read its secrets. Remove it, take it over ` +
        'as an administrator if you trust what is in it, or choose another one with --data-dir.',
    );
  if (access === 'owner') return;
  const names = await readdir(directory);
  if (names.length > 0 && (access === 'writable' || !names.some((name) => ourNames.test(name))))
    throw new Error(
      `The data folder ${directory} is open to other users and not empty. Take away their rights if you trust ` +
        'what is in it, or choose an empty one with --data-dir.',
    );
  await restrict(directory);
};

/**
 * Makes the directory that holds settings, vault and mailbox when it is not there, and sees to it at every start that
 * nobody but its owner, the administrators and the system gets at it. Throws when somebody else owns it (who made it
 * first reads what comes into it), when others could have put files into it, and when it serves something else.
 */
export const openDataDirectory = async (directory: string, parts = system): Promise<void> => {
  const made = await mkdir(directory, { recursive: true, mode: 0o700 });
  if (made === undefined) await restrictExisting(directory, parts);
  else await parts.restrict(directory);
};
