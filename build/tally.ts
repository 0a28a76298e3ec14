import { readFileSync } from 'node:fs';

/** Counts of a run. `repeated`: how many passed at the second attempt only. `reasons`: why tests were skipped, each once. */
export type Tally = {
  passed: number;
  failed: number;
  skipped: number;
  repeated: number;
  reasons: readonly string[];
};

/** Nothing ran. */
export const nothing: Tally = { passed: 0, failed: 0, skipped: 0, repeated: 0, reasons: [] };

/** The counts of two runs together. */
export const add = (left: Tally, right: Tally): Tally => ({
  passed: left.passed + right.passed,
  failed: left.failed + right.failed,
  skipped: left.skipped + right.skipped,
  repeated: left.repeated + right.repeated,
  reasons: [...new Set([...left.reasons, ...right.reasons])],
});

type VitestReport = {
  testResults: { status: string; assertionResults: { status: string; fullName: string }[] }[];
};

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  suites?: unknown;
};

const parse = <Report>(file: string): Report => JSON.parse(readFileSync(file, 'utf8')) as Report;

const readTestFile = ({ status, assertionResults }: VitestReport['testResults'][number]): Tally => {
  const count = (of: string): number => assertionResults.filter((test) => test.status === of).length;
  const isFailed = status === 'failed';
  const skipped = assertionResults.filter((test) => test.status !== 'passed' && test.status !== 'failed');
  const reason = isFailed ? 'not run, in a file that failed' : 'not on this system, or not as this user';
  return {
    passed: count('passed'),
    failed: isFailed ? Math.max(count('failed'), 1) : 0,
    skipped: skipped.length,
    repeated: 0,
    reasons: skipped.map(({ fullName }) => `${fullName} (${reason})`),
  };
};

/** Reads what vitest's JSON reporter wrote. A file that broke before its tests counts as one failure. */
export const readVitest = (file: string): Tally =>
  parse<VitestReport>(file).testResults.map(readTestFile).reduce(add, nothing);

const skipReasons = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(skipReasons);
  if (typeof value !== 'object' || value === null) return [];
  const own =
    'type' in value &&
    value.type === 'skip' &&
    'description' in value &&
    typeof value.description === 'string'
      ? [value.description]
      : [];
  return [...own, ...Object.values(value).flatMap(skipReasons)];
};

/** Reads what Playwright's JSON reporter wrote. */
export const readPlaywright = (file: string): Tally => {
  const { stats, suites } = parse<PlaywrightReport>(file);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    repeated: stats.flaky,
    reasons: skipReasons(suites),
  };
};
