import { describe, expect, it } from 'vitest';
import { runTogether } from '../../../build/runTogether.ts';

const script = (name: string, source: string) => ({ name, command: [process.execPath, '-e', source] });

const runAll = async (checks: Parameters<typeof runTogether>[0], atOnce = 2) => {
  const written: string[] = [];
  const results = await runTogether(checks, { atOnce, write: (text) => written.push(text) });
  return { results, written };
};

describe('checks that run together', () => {
  it('give for each whether it passed, and write what it said in one piece under its name', async () => {
    const { results, written } = await runAll([
      script('good', 'console.log(1); setTimeout(() => console.error(2), 20)'),
      script('bad', 'console.log(3); process.exitCode = 1'),
      { name: 'missing', command: ['/no/such/program'] },
    ]);
    expect(results.toSorted()).toEqual([false, false, true]);
    expect(written.toSorted().map((text) => text.split('\n').filter(Boolean))).toEqual([
      ['── bad', '3'],
      ['── good', '1', '2'],
      ['── missing', expect.stringContaining('ENOENT')],
    ]);
  });

  it('are never more at once than there may be, and begin in their order', async () => {
    const { written } = await runAll([script('one', ''), script('two', ''), script('three', '')], 1);
    expect(written).toEqual(['\n── one\n', '\n── two\n', '\n── three\n']);
  });
});
