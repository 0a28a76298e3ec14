import type { ProofEvent, StageResult } from '../../../../electron/contract/proof/proof.ts';

/** Reads a proof to its end. */
export const collect = async (events: AsyncIterable<ProofEvent>): Promise<ProofEvent[]> => {
  const all: ProofEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
};

/** The results of the stages, in their order. */
export const resultsOf = (events: readonly ProofEvent[]): StageResult[] =>
  events.flatMap((event) => (event.type === 'stageFinished' ? [event.result] : []));
