import type { KnownDomain } from '../../../../electron/contract/directory/directoryObject.ts';
import {
  knownDomainSchema,
  trustDirections,
} from '../../../../electron/contract/directory/directoryObject.ts';
import { trustParts } from '../../../../electron/contract/proof/trustLine.ts';
import type { ProofRun } from '../../proof/proofRun.ts';
import { linesOf } from '../../proof/stageState.ts';

/** A trusted domain as the proof saw it. */
export type TrustRow = {
  name: string;
  netbiosName: string;
  kind: KnownDomain['kind'];
  direction: KnownDomain['direction'];
  isTransitive: boolean;
  /** Codes of findings: what the trust keeps from people. */
  limits: string[];
  /** `12 ms`: a controller answered; else the code of the finding that says why none did; empty: not asked. */
  reached: string;
  isReached: boolean;
};

/** `partner.example · PARTNER · forest · bidirectional · transitive · trustSelective · 3 ms`, see `trustLine`. */
const rowOf = (text: string): TrustRow[] => {
  const [name = '', netbiosName = '', kindWord, directionWord, ...rest] = trustParts(text);
  const kind = knownDomainSchema.shape.kind.options.find((known) => known === kindWord);
  const direction = trustDirections.find((known) => known === directionWord);
  const reached = rest.pop() ?? '';
  if (!kind || !direction) return [];
  const isReached = /^\d+(?:\.\d+)? ms$/.test(reached);
  const limits = rest.filter((part) => part !== 'transitive');
  const isTransitive = rest.includes('transitive');
  return [{ name, netbiosName, kind, direction, isTransitive, limits, reached, isReached }];
};

/** The domains that are of the same forest or trusted, as the first controller that was asked told them. */
export const trustRows = ({ stages }: Pick<ProofRun, 'stages'>): TrustRow[] => {
  const told = stages
    .filter(({ stage }) => stage === 'trusts')
    .flatMap(linesOf)
    .flatMap(({ result }) => result?.evidence.facts.trusts ?? [])
    .map((text) => rowOf(String(text)));
  return [...new Map(told.flat().map((row) => [row.name, row])).values()];
};
