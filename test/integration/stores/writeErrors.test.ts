import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import type { FaultResult } from './faultyProgram.ts';
import { recordFigure } from './recordFigure.ts';

const here = (name: string): string => path.join(import.meta.dirname, name);
const run = promisify(execFile);

it('keeps the old state and says why, whichever call of the file system fails in a save', async () => {
  const { stdout } = await run(
    process.execPath,
    ['--import', here('faultyFileSystem.ts'), here('faultyProgram.ts')],
    {
      maxBuffer: 16 * 1024 * 1024,
    },
  );
  const results = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as FaultResult);
  const refused = results.filter(({ outcome }) => outcome === 'STORAGE_FAILED');
  const acknowledged = results.filter(({ outcome }) => outcome === 'saved');
  recordFigure('write-errors', {
    injected: results.length,
    calls: new Set(results.map(({ at }) => at)).size,
    refusedWithOldState: refused.filter(({ found }) => found === 'old').length,
    acknowledgedWithNewState: acknowledged.filter(({ found }) => found === 'new').length,
    damaged: results.filter(({ found }) => found === 'damaged').length,
  });
  const wrong = [
    ...refused.filter(({ found, systemCode, namesFile }) => found !== 'old' || !systemCode || !namesFile),
    ...acknowledged.filter(({ found }) => found !== 'new'),
    ...results.filter((result) => !refused.includes(result) && !acknowledged.includes(result)),
    ...results.filter(({ savesAgain }) => !savesAgain),
  ];
  expect(wrong).toEqual([]);
  expect(new Set(refused.map(({ systemCode }) => systemCode))).toEqual(
    new Set(['ENOSPC', 'EIO', 'EACCES', 'EROFS']),
  );
});
