import { availableParallelism } from 'node:os';
import { createBoundedTurns } from '../../../concurrency/boundedTurns.ts';

/** Cost of one Argon2id hash, one lane (RFC 9106). */
export type PasswordCost = { memoryKib: number; passes: number };

/** Least first; the first is what OWASP's Password Storage Cheat Sheet asks for at least. */
export const passwordCosts: readonly [PasswordCost, ...PasswordCost[]] = [
  { memoryKib: 19_456, passes: 2 },
  { memoryKib: 47_104, passes: 2 },
  { memoryKib: 65_536, passes: 3 },
];

/** One hash may take this long, in ms, for a higher cost to be worth its wait. */
const acceptableMs = 150;

/** How many may be in, those whose turn it is among them: beyond it a person would give up before the answer. */
const places = 200;

/** What is made and compared of passwords. */
export type Hashes = {
  /** A PHC string: algorithm, cost, salt and hash. `password` is a prepared one. */
  hash: (password: string, cost: PasswordCost) => Promise<string>;
  verify: (password: string, hash: string) => Promise<boolean>;
};

export type PasswordHashing = Hashes & {
  /** Lets work in that must not be refused half-way: the hashes that it is given take no place of their own. */
  inPlace: <Result>(work: (hashes: Hashes) => Promise<Result>) => Promise<Result>;
  /** The highest cost that this machine bears now. Takes some of its time: to be measured once and kept. */
  measureCost: () => Promise<PasswordCost>;
};

const costPattern = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$/;

/** True when a hash was made at a lower cost than is asked for now. */
export const isOutdated = (hash: string, { memoryKib, passes }: PasswordCost): boolean => {
  const [, memory, time] = costPattern.exec(hash) ?? [];
  return Number(memory ?? 0) < memoryKib || Number(time ?? 0) < passes;
};

/** The library is native code: it is loaded with the first password, so that a machine without it can still start. */
const loadArgon2 = () => import('@node-rs/argon2');

const hash = async (password: string, { memoryKib, passes }: PasswordCost): Promise<string> => {
  const argon2 = await loadArgon2();
  return argon2.hash(password, { memoryCost: memoryKib, timeCost: passes, parallelism: 1 });
};

const timeOf = async (cost: PasswordCost): Promise<number> => {
  const start = performance.now();
  await hash('measured', cost);
  return performance.now() - start;
};

const measureCost = async (): Promise<PasswordCost> => {
  let [borne] = passwordCosts;
  for (const cost of passwordCosts) {
    if ((await timeOf(cost)) > acceptableMs) break;
    borne = cost;
  }
  return borne;
};

/**
 * Argon2id in threads beside the program's own, no more at once than the machine has cores, so that a storm of
 * sign-ins takes neither its memory nor its answers. Failure: BUSY when too many are in already.
 */
export const createPasswordHashing = (atOnce = Math.min(4, availableParallelism())): PasswordHashing => {
  const { inPlace, inTurn } = createBoundedTurns(atOnce, places);
  const hashes: Hashes = {
    hash: (password, cost) => inTurn(() => hash(password, cost)),
    verify: (password, known) => inTurn(async () => (await loadArgon2()).verify(known, password)),
  };
  return {
    hash: (password, cost) => inPlace(() => hashes.hash(password, cost)),
    verify: (password, known) => inPlace(() => hashes.verify(password, known)),
    inPlace: (work) => inPlace(() => work(hashes)),
    measureCost: () => inTurn(measureCost),
  };
};
