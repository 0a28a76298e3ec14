import { permissions } from '../../electron/contract/permissions.ts';
import { doors } from '../contract/doors.ts';
import { createExampleProgram } from '../contract/exampleProgram.ts';
import { callFloors } from './callFloors.ts';
import { median } from './median.ts';

/** What one call costs over one host, in µs: input checked, permission checked, handler run, output checked. */
export type CallFigures = {
  host: string;
  calls: number;
  medianMicroseconds: number;
  p95Microseconds: number;
  /** Median of the bare way: a function, a port, a Node server with `fetch`. */
  floorMicroseconds: number;
  /** The call divided by its floor. */
  ratio: number;
};

const p95 = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length * 0.95)] ?? Number.NaN;

/** Times of `calls` runs one after another, in µs, after a tenth of them to warm up. */
const timesOf = async (calls: number, work: () => Promise<unknown>): Promise<number[]> => {
  const times: number[] = [];
  for (let index = -calls / 10; index < calls; index += 1) {
    const startedAt = performance.now();
    await work();
    if (index >= 0) times.push((performance.now() - startedAt) * 1_000);
  }
  return times;
};

/** Measures `calls` calls over each host, and as many over its floor. */
export const measureCalls = async (calls = 2_000): Promise<CallFigures[]> => {
  const figures: CallFigures[] = [];
  for (const { name, open } of doors) {
    const context = { user: 'bench', door: 'desktop', permissions: new Set(permissions) } as const;
    const door = await open(createExampleProgram(), context);
    const times = await timesOf(calls, () => door.client.mail.listPresets());
    await door.close();
    const floor = await callFloors[name]?.();
    if (floor === undefined) throw new Error(`no floor for the door ${name}`);
    const floorMicroseconds = median(await timesOf(calls, floor.carry));
    floor.close();
    const medianMicroseconds = median(times);
    figures.push({
      ...{ host: name, calls, medianMicroseconds, p95Microseconds: p95(times), floorMicroseconds },
      ratio: medianMicroseconds / floorMicroseconds,
    });
  }
  return figures;
};
