import { execFileSync } from 'node:child_process';
import { ScriptedFaults } from './scriptedFaults.ts';
import { unreachableFinding } from './unreachableFinding.ts';

/** What the program prints, as JSON. */
export type CutOutcome = {
  /** Null: the sign-in succeeded. */
  finding: string | null;
  isInTime: boolean;
  passwordBinds: number;
  unforeseen: number;
};

const timeoutMs = 1_000;

/** Switches all of the network of this process's namespace, as the whole machine's would be. */
const switchNetwork = (state: 'up' | 'down'): void => {
  execFileSync('ip', ['link', 'set', 'lo', state]);
};

/** Signs somebody in, and takes the network away as soon as the controller has got the password. */
const run = async (): Promise<CutOutcome> => {
  switchNetwork('up');
  const domain = new ScriptedFaults();
  const script = ({ kind }: { kind: string }) => {
    if (kind === 'bind') switchNetwork('down');
    return undefined;
  };
  await domain.add({ script });
  await domain.add({ script });
  const reader = await domain.openReader({ timeoutMs });
  const startedAt = performance.now();
  const signingIn = reader.signIn({ name: 'anna', password: 'right' }, new AbortController().signal);
  const finding = await unreachableFinding(signingIn);
  const outcome = {
    ...{ finding, isInTime: performance.now() - startedAt < 5 * timeoutMs },
    ...{ passwordBinds: domain.passwordBinds.length, unforeseen: domain.unforeseen.length },
  };
  switchNetwork('up');
  await domain.close();
  return outcome;
};

console.log(JSON.stringify(await run()));
