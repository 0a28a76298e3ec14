import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** What Node compiles in one program and its threads it need not compile in the next one, or for the next database. */
process.env['NODE_COMPILE_CACHE'] ??= path.resolve(import.meta.dirname, '../test-results/compiled');

/** Starting real servers and a thousand killed processes take their time; nothing here measures it. */
const patience = { testTimeout: 120_000, hookTimeout: 180_000, isolate: false };

/** No module keeps a state that another test could see, so the tests of a worker share what it has loaded. */
const shared = { testTimeout: 20_000, isolate: false };

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    /** Most tests wait for servers, disks and processes more than they compute. */
    maxWorkers: availableParallelism() + 1,
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], ...shared } },
      { test: { name: 'contract', include: ['test/contract/**/*.test.ts'], ...shared } },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts', 'test/lab/**/*.test.ts'],
          globalSetup: 'test/integration/buildCommandLine.ts',
          ...patience,
        },
      },
    ],
  },
});
