import { mkdirSync, writeFileSync } from 'node:fs';
import { ensureBrowser } from '../lab/browser.ts';
import { ensureDirectoryServers } from '../lab/directory/directoryServers.ts';
import { ensureMailServers } from '../lab/mailServers.ts';
import { measureAudit } from './auditBench.ts';
import { measureCalls } from './callBench.ts';
import { measureRights } from './rightsBench.ts';
import { measureSettings } from './settingsBench.ts';
import { measureSignIn } from './signInBench.ts';
import { measureStart } from './startBench.ts';
import { measureUsers } from './usersBench.ts';
import { measureUsersPage } from './usersPageBench.ts';

/**
 * Runs every benchmark once and prints its figures; they stay in test-results/bench.json.
 * Compare figures of one run only: machines differ, and the same machine differs from hour to hour.
 */
const servers = await ensureMailServers();
const directoryServers = await ensureDirectoryServers();
const browser = await ensureBrowser();

const report: Record<string, unknown> = { node: process.version, platform: process.platform };

type Figures = Readonly<Record<string, string | number>>;

const rounded = (figures: Figures): Figures =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [
      name,
      typeof value === 'number' ? Number(value.toPrecision(3)) : value,
    ]),
  );

/** `meaning`: what the floor is, and what the ratio tells. */
const run = async (name: string, meaning: string, measure: () => Promise<Figures[]>): Promise<void> => {
  process.stdout.write(`\n── ${name}\n${meaning}\n`);
  const figures = await measure();
  report[name] = figures;
  console.table(figures.map(rounded));
};

await run(
  'a call over each host',
  'Floor: the same way bare (a function, a message port, a Node server). The rest is checking input, right and output.',
  measureCalls,
);
await run(
  'saving settings',
  'Floor: one file of as many bytes written, synced and renamed. A save besides locks, compares, and keeps a revision.',
  measureSettings,
);
await run(
  'the rights of a user',
  'Floor: one indexed query of the same database, through its thread. Rights besides read groups and permissions, and put them together.',
  measureRights,
);
await run(
  'the table of users',
  'Floor: one indexed query for as many rows, in the same thread. A page besides counts all that fit, and crosses to the thread of the database.',
  () => measureUsers(),
);
await run(
  'signing in',
  'Floor: the hash of the password alone, as many at once. A sign-in besides counts the attempt, finds the user and forgives; aim: 0.9 of the floor.',
  () => measureSignIn(),
);
await run(
  'the audit',
  'Floor: appending, one row and one commit on the disk; reading, one indexed query for as many rows; the chain, all rows and a hash of each. All in the same thread. A word is searched in every row that is younger than the last one found.',
  () => measureAudit(),
);
if (browser.available) {
  await run(
    'start',
    'Floor: the same moment of a bare Node server with a page of one heading, in the same browser.',
    measureStart,
  );
  await run(
    'the table of 100,000 users in the browser',
    'Floor: one indexed query for as many rows; the memory of the console before the table is opened; an empty page that scrolls. A search besides waits 150 ms for the next key.',
    () => measureUsersPage(),
  );
} else process.stdout.write(`\nNot measured: start, table of users in the browser. ${browser.reason}\n`);
if (servers.available) {
  const { measureProof } = await import('./proofBench.ts');
  await run(
    'a full proof',
    'Each way delivers through STARTTLS and sign-in. proofRatio: the proof divided by this way; aims: below 1 of nodemailer, below 0.3 of swaks.',
    measureProof,
  );
  const { measureTokensAndProofs } = await import('./tokenBench.ts');
  await run(
    'tokens, and proofs with them',
    "Floors: what msal itself keeps; the one request for a token, bare; nodemailer with a token it has. The program besides keeps one client's tokens apart from another's, hides them in the log, and keeps evidence of every stage.",
    () => measureTokensAndProofs(),
  );
  const { measureMail } = await import('./mailBench.ts');
  await run(
    'mails over kept connections',
    "Floor: Postfix's smtp-source, which sends the same bytes ready-made, over as many connections. The pool besides writes each mail, and keeps evidence of every stage.",
    () => measureMail(),
  );
} else process.stdout.write(`\nNot measured: proof. ${servers.reason}\n`);
if (directoryServers.available) {
  const { measureDirectory } = await import('./directoryBench.ts');
  await measureDirectory(run);
} else process.stdout.write(`\nNot measured: directory. ${directoryServers.reason}\n`);

mkdirSync('test-results', { recursive: true });
writeFileSync('test-results/bench.json', JSON.stringify(report, null, 2));
