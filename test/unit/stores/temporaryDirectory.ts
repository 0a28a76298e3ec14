import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A directory that is gone when the test is over. */
export const temporaryDirectory = (): string => {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'relay-console-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
};
