import type { ProofEvent, StageName, StageResult } from '../../contract/proof/proof.ts';

const lineOf = ({ stage, controller = '' }: Pick<StageResult, 'stage' | 'controller'>): string =>
  `${stage} ${controller}`;

/**
 * Holds the result of a stage back while one that is shown before it still runs, so that stages which run beside each other come in
 * one order, on the command line as on the page.
 */
export async function* inShownOrder(
  events: AsyncIterable<ProofEvent>,
): AsyncGenerator<ProofEvent, void, void> {
  let order: readonly StageName[] = [];
  const running = new Map<string, StageName>();
  let held: Extract<ProofEvent, { type: 'stageFinished' }>[] = [];
  const place = (stage: StageName): number => order.indexOf(stage);
  for await (const event of events) {
    if (event.type === 'started') order = event.stages;
    if (event.type === 'stageStarted') running.set(lineOf(event), event.stage);
    if (event.type !== 'stageFinished') {
      yield event;
      continue;
    }
    running.delete(lineOf(event.result));
    held.push(event);
    const first = Math.min(...[...running.values()].map(place));
    const isFree = ({ result }: (typeof held)[number]): boolean => place(result.stage) <= first;
    yield* held.filter(isFree).toSorted((one, other) => place(one.result.stage) - place(other.result.stage));
    held = held.filter((one) => !isFree(one));
  }
}
