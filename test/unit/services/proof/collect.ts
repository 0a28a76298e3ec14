import type { ProofEvent, StageResult } from '../../../../electron/contract/proof/proof.ts';

/** Reads a proof, or any other stream, to its end. */
export const collect = async <Event>(events: AsyncIterable<Event>): Promise<Event[]> => {
  const all: Event[] = [];
  for await (const event of events) all.push(event);
  return all;
};

/** The results of the stages, in their order. */
export const resultsOf = (events: readonly ProofEvent[]): StageResult[] =>
  events.flatMap((event) => (event.type === 'stageFinished' ? [event.result] : []));
