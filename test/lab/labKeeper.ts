import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Outlives the owner of a lab for the moment that it takes to clean up. */
export type LabKeeper = {
  /** Notes a process group that must not outlive the owner. */
  guard(groupId: number): void;
  /** Cleans up now; the keeper is gone when the promise settles. */
  dismiss(): Promise<void>;
};

// Reads process groups until its input ends, which happens when the owner ends, in whatever way. Killed processes may
// still write while their folder is removed, hence the second attempt.
const script = `
while read -r group; do groups="$groups -$group"; done
[ -z "$groups" ] || kill -s KILL -- $groups
rm -rf "$1" || rm -rf "$1"
`;

/**
 * Starts the keeper of a lab: a small shell that ends the lab's processes and removes its folder as soon as this
 * process is gone, also after SIGKILL.
 * @param directory absolute path of the lab.
 */
export function startLabKeeper(directory: string): LabKeeper {
  const shell = spawn('sh', ['-c', script, 'lab-keeper', directory], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const ended = once(shell, 'exit');
  return {
    guard: (groupId) => {
      shell.stdin.write(`${groupId}\n`);
    },
    dismiss: async () => {
      shell.stdin.end();
      await ended;
    },
  };
}
