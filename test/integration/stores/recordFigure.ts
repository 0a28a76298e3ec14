import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, '../../../test-results/figures');

/** Prints a measured figure and keeps it for the test report. */
export const recordFigure = (name: string, figure: Readonly<Record<string, unknown>>): void => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name}.json`), `${JSON.stringify({ name, ...figure }, null, 2)}\n`);
  process.stdout.write(`figure ${name}: ${JSON.stringify(figure)}\n`);
};
