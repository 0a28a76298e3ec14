import { failedResult } from '../proof/decidingStage.ts';
import type { ProofOutcome, StageName, StageResult } from '../proof/proof.ts';

/** What a proof of the directory says in one sentence. */
export type DirectoryVerdict = {
  /** `personMissing`: Active Directory answers, and only the user to test with was not found there. */
  kind: 'usable' | 'personMissing' | 'unusable';
  /** The controllers through which the directory can be used; those at which nothing failed come first. */
  through: readonly string[];
  /** The user to test with; empty: nobody was looked for in vain. */
  userName: string;
  /** Where it failed: the stage at which that began. */
  failedAt: StageName | null;
  /** What else failed: of each controller, or of none, at which stages. */
  broken: readonly { controller: string | null; stages: readonly StageName[] }[];
};

/** What says that a name was wrong, and nothing of the directory. */
const aboutPerson = ['testUserNotFound', 'testUserOfOtherDomain'];

const byController = (lines: readonly StageResult[]): DirectoryVerdict['broken'] =>
  [...new Set(lines.map(({ controller }) => controller))].map((controller) => ({
    controller: controller ?? null,
    stages: lines.filter((line) => line.controller === controller).map(({ stage }) => stage),
  }));

/** Without these stages, each told at least as skipped, single ones were proven: they say nothing of the whole. */
const decidingStages: readonly StageName[] = ['search', 'groups'];

const isWhole = (results: readonly StageResult[]): boolean =>
  decidingStages.every((name) => results.some(({ stage }) => stage === name));

/** Who was to be tested with and was not found, and where; null: nobody was looked for in vain. */
const missingPerson = (decided: StageResult | undefined): { userName: string; controller: string } | null => {
  if (!decided?.finding || !aboutPerson.includes(decided.finding.code)) return null;
  const { controller = '', finding } = decided;
  return { userName: finding.parameters['userName'] ?? '', controller };
};

/**
 * The verdict of a proof that has ended; null for one that was cancelled, or of single stages, which says nothing of the whole.
 * @param results in the order in which they are shown.
 */
export const directoryVerdict = (
  results: readonly StageResult[],
  outcome: ProofOutcome | null,
): DirectoryVerdict | null => {
  if (outcome !== 'passed' && outcome !== 'failed') return null;
  const failed = results.filter(({ status }) => status === 'failed');
  const decided = outcome === 'failed' ? failedResult(results) : undefined;
  const missing = missingPerson(decided);
  const faults = (host: string) => failed.filter(({ controller }) => controller === host).length;
  /** Who was signed in to can be used; what failed there besides is told of as broken. */
  const through = results
    .filter(({ stage, status }) => stage === 'bind' && status === 'passed')
    .flatMap(({ controller }) => controller ?? [])
    .toSorted((one, other) => faults(one) - faults(other));
  const isOther = ({ stage, finding }: StageResult): boolean =>
    stage !== decided?.stage && (!finding || finding.code !== decided?.finding?.code);
  const rest = { failedAt: decided?.stage ?? null, broken: byController(failed.filter(isOther)) };
  if (missing !== null)
    return { kind: 'personMissing', through: [missing.controller], userName: missing.userName, ...rest };
  if (!isWhole(results)) return null;
  return { kind: outcome === 'passed' ? 'usable' : 'unusable', through, userName: '', ...rest };
};
