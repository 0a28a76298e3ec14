import { ensureBrowser } from './browser.ts';
import { prepareDirectoryLab } from './directory/prepareDirectoryLab.ts';
import { ensureSignInServers } from './mailServers.ts';

/**
 * Gets what the tests need beside npm packages. Where it cannot be had, the tests that need it are skipped and say so;
 * with CI=true that is a failure.
 */
const needs = {
  'mail servers': await ensureSignInServers(),
  'a domain controller': await prepareDirectoryLab(),
  'a browser': await ensureBrowser(),
};

for (const [name, availability] of Object.entries(needs)) {
  process.stdout.write(`${name}: ${availability.available ? 'ready' : availability.reason}\n`);
}
const complete = Object.values(needs).every(({ available }) => available);
process.exitCode = complete || process.env['CI'] !== 'true' ? 0 : 1;
