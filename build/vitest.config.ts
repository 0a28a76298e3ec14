import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** Starting real servers and a thousand killed processes take their time; nothing here measures it. */
const patience = { testTimeout: 120_000, hookTimeout: 180_000 };

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], testTimeout: 20_000 } },
      { test: { name: 'contract', include: ['test/contract/**/*.test.ts'], testTimeout: 20_000 } },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts', 'test/lab/**/*.test.ts'],
          ...patience,
        },
      },
    ],
  },
});
