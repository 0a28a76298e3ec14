import { median } from './median.ts';

type Ways<Name extends string> = Readonly<Record<Name, () => Promise<unknown>>>;

/**
 * Does the same in several ways, in turn, so that what else the machine does meanwhile meets all of them; one round more at
 * first to warm up.
 * @returns the median of each way in ms.
 */
export const inTurn = async <Name extends string>(
  rounds: number,
  ways: Ways<Name>,
): Promise<Record<Name, number>> => {
  const names = Object.keys(ways) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = -1; round < rounds; round += 1)
    for (const name of names) {
      const startedAt = performance.now();
      await ways[name]();
      if (round >= 0) times.get(name)?.push(performance.now() - startedAt);
    }
  return Object.fromEntries([...times].map(([name, all]) => [name, median(all)])) as Record<Name, number>;
};
