import { mkdirSync, writeFileSync } from 'node:fs';
import { ensureBrowser } from '../lab/browser.ts';
import { ensureMailServers } from '../lab/mailServers.ts';
import { measureCalls } from './callBench.ts';
import { measureSettings } from './settingsBench.ts';
import { measureStart } from './startBench.ts';

/**
 * Runs every benchmark once and prints its figures; they stay in test-results/bench.json.
 * Compare figures of one run only: machines differ, and the same machine differs from hour to hour.
 */
const servers = await ensureMailServers();
const browser = await ensureBrowser();

const report: Record<string, unknown> = { node: process.version, platform: process.platform };

const run = async (name: string, measure: () => Promise<unknown>): Promise<void> => {
  process.stdout.write(`\n── ${name}\n`);
  const figures = await measure();
  report[name] = figures;
  console.table(Array.isArray(figures) ? figures : [figures]);
};

await run('a call over each host', measureCalls);
await run('saving settings', measureSettings);
if (browser.available) await run('start', measureStart);
else process.stdout.write(`\nNot measured: start. ${browser.reason}\n`);
if (servers.available) {
  const { measureProof } = await import('./proofBench.ts');
  await run('a full proof', measureProof);
} else process.stdout.write(`\nNot measured: proof. ${servers.reason}\n`);

mkdirSync('test-results', { recursive: true });
writeFileSync('test-results/bench.json', JSON.stringify(report, null, 2));
