import { rmSync } from 'node:fs';

/**
 * Gives the command line that runs a program with a clock of its own (libfaketime(1)); its process id stays that of
 * the program.
 * @param aheadSeconds how far the clock is ahead; negative when behind; with 0 the command stays as it is.
 */
export function withShiftedClock(command: readonly string[], aheadSeconds: number): readonly string[] {
  if (aheadSeconds === 0) return command;
  const settings = [
    // The loader puts the folder of this machine's architecture in place of $LIB (ld.so(8)).
    'LD_PRELOAD=/usr/$LIB/faketime/libfaketime.so.1',
    `FAKETIME=${aheadSeconds < 0 ? '' : '+'}${aheadSeconds}`,
    // Samba's modules would otherwise look past the preloaded library.
    'LDB_MODULES_DISABLE_DEEPBIND=1',
  ];
  return ['env', ...settings, ...command];
}

/** Removes the names under which libfaketime shares its memory; the program goes on using it, and nothing stays. */
export function forgetSharedClock(processId: number): void {
  for (const name of ['faketime_shm', 'sem.faketime_sem'])
    rmSync(`/dev/shm/${name}_${processId}`, { force: true });
}
