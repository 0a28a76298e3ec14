import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPlaywright, readVitest } from '../../../build/tally.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'relay-console-tally-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const test = (fullName: string, status: string) => ({ fullName, status });

/** What vitest reports of files: one whose set-up failed has tests that are skipped, and none that failed. */
const tallyOf = (...testResults: { status: string; assertionResults: ReturnType<typeof test>[] }[]) => {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, JSON.stringify({ testResults }));
  return readVitest(file);
};

const skippedHere = { status: 'passed', assertionResults: [test('one', 'passed'), test('two', 'skipped')] };
const brokenSetUp = {
  status: 'failed',
  assertionResults: [test('three', 'skipped'), test('four', 'skipped')],
};
const failedTests = { status: 'failed', assertionResults: [test('five', 'failed'), test('six', 'failed')] };

describe('the tally of a run', () => {
  it('counts a file whose set-up failed as one failure, beside the tests that failed', () => {
    expect(tallyOf(skippedHere, brokenSetUp, failedTests)).toMatchObject({
      ...{ passed: 1, failed: 3, skipped: 3 },
    });
  });

  it('tells tests that a failure kept from running from those that do not belong on this system', () => {
    const reasonOf = (name: string): string | undefined =>
      tallyOf(skippedHere, brokenSetUp)
        .reasons.find((line) => line.startsWith(`${name} `))
        ?.slice(name.length);
    expect(reasonOf('three')).toEqual(reasonOf('four'));
    expect(reasonOf('three')).not.toEqual(reasonOf('two'));
  });

  it('says how many page tests passed at the second attempt only', () => {
    const file = path.join(folder, 'pages.json');
    writeFileSync(file, JSON.stringify({ stats: { expected: 3, unexpected: 1, flaky: 2, skipped: 0 } }));
    expect(readPlaywright(file)).toMatchObject({ passed: 5, failed: 1, repeated: 2 });
  });
});
