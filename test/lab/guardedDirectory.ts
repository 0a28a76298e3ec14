import { createLabDirectory, removeLabDirectory, sweepStaleLabs } from './labDirectory.ts';
import { type LabKeeper, startLabKeeper } from './labKeeper.ts';
import type { Teardown } from './teardown.ts';

/** The folder of one lab, and the keeper that cleans up should this process end first. */
export type GuardedDirectory = {
  /** Absolute path. */
  readonly directory: string;
  readonly keeper: LabKeeper;
};

/**
 * Makes the folder of a new lab, after labs were swept away whose owner is gone.
 * @param teardown takes what removes the folder.
 */
export function createGuardedDirectory(teardown: Teardown): GuardedDirectory {
  sweepStaleLabs();
  const directory = createLabDirectory();
  const keeper = startLabKeeper(directory);
  teardown.add(async () => {
    removeLabDirectory(directory);
    await keeper.dismiss();
  });
  return { directory, keeper };
}
