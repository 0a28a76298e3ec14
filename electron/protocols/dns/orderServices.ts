import type { SrvRecord } from 'node:dns';

/** A number from 0 up to, not including, 1. */
export type Random = () => number;

/** Takes one record out of `records`: by chance, in proportion to the weights; weight 0 has almost none. */
const takeByWeight = (records: SrvRecord[], random: Random): SrvRecord[] => {
  records.sort((one, other) => one.weight - other.weight);
  const total = records.reduce((sum, { weight }) => sum + weight, 0);
  const drawn = Math.floor(random() * (total + 1));
  let sum = 0;
  const index = records.findIndex(({ weight }) => (sum += weight) >= drawn);
  return records.splice(Math.max(index, 0), 1);
};

const shuffleByWeight = (records: readonly SrvRecord[], random: Random): SrvRecord[] => {
  const left = [...records];
  const order: SrvRecord[] = [];
  while (left.length > 0) order.push(...takeByWeight(left, random));
  return order;
};

/**
 * The order in which the targets of SRV records are to be tried (RFC 2782, "Usage rules"): lowest priority first, among
 * equals by chance weighted by their weight. A target of "." offers nothing and is left out.
 */
export const orderServices = (records: readonly SrvRecord[], random: Random): SrvRecord[] => {
  const offered = records.filter(({ name }) => name !== '' && name !== '.');
  const priorities = [...new Set(offered.map(({ priority }) => priority))].toSorted((a, b) => a - b);
  return priorities.flatMap((priority) =>
    shuffleByWeight(
      offered.filter((record) => record.priority === priority),
      random,
    ),
  );
};
