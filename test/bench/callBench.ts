import { permissions } from '../../electron/contract/permissions.ts';
import { doors } from '../contract/doors.ts';
import { createExampleProgram } from '../contract/exampleProgram.ts';
import { median } from './median.ts';

/** What one call costs over one host, in µs: input checked, permission checked, handler run, output checked. */
export type CallFigures = {
  host: string;
  calls: number;
  medianMicroseconds: number;
  p95Microseconds: number;
};

const p95 = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length * 0.95)] ?? Number.NaN;

/** Measures `calls` calls one after another over each host, after a tenth of them to warm up. */
export const measureCalls = async (calls = 2_000): Promise<CallFigures[]> => {
  const figures: CallFigures[] = [];
  for (const { name, open } of doors) {
    const program = createExampleProgram();
    const door = await open(program, { user: 'bench', door: 'desktop', permissions: new Set(permissions) });
    const times: number[] = [];
    for (let index = -calls / 10; index < calls; index += 1) {
      const startedAt = performance.now();
      await door.client.mail.listPresets();
      if (index >= 0) times.push((performance.now() - startedAt) * 1_000);
    }
    await door.close();
    figures.push({ host: name, calls, medianMicroseconds: median(times), p95Microseconds: p95(times) });
  }
  return figures;
};
