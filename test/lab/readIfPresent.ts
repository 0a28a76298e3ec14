const absentCodes: readonly unknown[] = ['ENOENT', 'ESRCH', 'EACCES'];

/**
 * Reads something that may vanish at any moment: a process in /proc, a folder that somebody else removes.
 * @returns what `read` gives, or undefined when the thing is not there (any more) or is not ours to read.
 */
export function readIfPresent<Content>(read: () => Content): Content | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'code' in error && absentCodes.includes(error.code)) return undefined;
    throw error;
  }
}
