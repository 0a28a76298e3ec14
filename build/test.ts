import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { type Check, checks } from './checks.ts';
import { runTogether } from './runTogether.ts';
import { add, nothing, readPlaywright, readVitest, type Tally } from './tally.ts';

/**
 * Runs everything that proves the product: checks, unit, contract and integration tests, the build, and the pages
 * in a real browser. Goes on after a failure, and ends with the plain line `N passed, N failed, N skipped`.
 */
const one = (passed: boolean): Tally => ({ ...nothing, passed: passed ? 1 : 0, failed: passed ? 0 : 1 });

const run = ({ name, command }: Check): boolean => {
  const [program = '', ...args] = command;
  process.stdout.write(`\n── ${name}\n`);
  return spawnSync(program, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
};

/** A report that cannot be read means that its runner broke: one failure, said by name. */
const tallyOf = (step: Check, file: string, read: (file: string) => Tally): Tally => {
  const passed = run(step);
  try {
    const tally = read(file);
    return !passed && tally.failed === 0 ? add(tally, one(false)) : tally;
  } catch (error) {
    process.stdout.write(`${step.name}: no report (${String(error)})\n`);
    return one(false);
  }
};

rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results', { recursive: true });

/** None of them needs another one; what takes longest comes first. */
const prepared = await runTogether([
  { name: 'servers and browser for the tests', command: ['node', 'test/lab/prepare.ts'] },
  ...checks.toReversed(),
  { name: 'build', command: ['vite', 'build', '--app', '--config', 'build/vite.config.ts'] },
]);

const steps: readonly (() => Tally)[] = [
  ...prepared.map((passed) => () => one(passed)),
  () =>
    tallyOf(
      {
        name: 'unit, contract and integration tests',
        command: [
          ...['vitest', 'run', '--config', 'build/vitest.config.ts', '--reporter=default', '--reporter=json'],
          '--outputFile.json=test-results/vitest.json',
        ],
      },
      'test-results/vitest.json',
      readVitest,
    ),
  () =>
    tallyOf(
      { name: 'pages', command: ['playwright', 'test', '--config', 'build/playwright.config.ts'] },
      'test-results/e2e.json',
      readPlaywright,
    ),
];

const total = steps.reduce((tally, step) => add(tally, step()), nothing);
for (const reason of total.reasons) process.stdout.write(`\nSkipped: ${reason}`);
if (total.repeated > 0)
  process.stdout.write(`\nPassed at the second attempt only, named above as flaky: ${total.repeated}`);
process.stdout.write(`\n\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exitCode = total.failed === 0 ? 0 : 1;
