import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { runProgram } from '../integration/cli/program.ts';
import { filesIn, filesWith, holds } from '../integration/stores/secretTraces.ts';
import { scriptedSmtp } from '../lab/faults/scriptedSmtp.ts';
import { beginRelay, failedProof, fillRelay, proveAndSave } from './mailForm.ts';
import { type RunningConsole, startConsole } from './startConsole.ts';

const userName = 'svc-console';
const password = 'Pl4nted-Sëcret/4711';
const passphrase = 'planted passphrase of an administrator';
/** What signs in by AUTH PLAIN (RFC 4616), whose base64 no piece of the password's own is in. */
const planted = [password, `\0${userName}\0${password}`, passphrase];

const decoded = (base64: string): string => Buffer.from(base64, 'base64').toString();

/** A server that repeats what it was told, as servers in debug mode do. */
const openEcho = async () => {
  const repeated: string[] = [];
  const server = await scriptedSmtp({
    AUTH: ({ responses }) => {
      const text = responses.map(decoded).join(' ');
      repeated.push(text);
      return `535-5.7.8 Sign-in failed: ${responses.join(' ')}\n535 5.7.8 ${text}`;
    },
  });
  return { ...server, repeated };
};

let relayConsole: RunningConsole;
let server: Awaited<ReturnType<typeof openEcho>>;
test.beforeEach(async () => {
  [relayConsole, server] = await Promise.all([startConsole(), openEcho()]);
});
test.afterEach(async ({ page }) => {
  /** What the page asks for by itself finds no program any more. */
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await Promise.all([relayConsole.stop(), server.close()]);
});

/** Keeps all that the page is answered, streams to their end, and all that it writes to its console. */
const listenTo = async (page: Page): Promise<string[]> => {
  const heard: string[] = [];
  page.on('console', (message) => heard.push(message.text()));
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    heard.push(`${response.url()} ${JSON.stringify(response.headers())} ${await response.text()}`);
    await route.fulfill({ response });
  });
  return heard;
};

const shown = async (page: Page): Promise<string> => {
  const storage = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  return `${page.url()} ${storage} ${await page.content()}`;
};

const downloadReport = async (page: Page, format: string): Promise<string> => {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Report…' }).click();
  await page.getByRole('menuitem', { name: format }).click();
  return readFile(await (await downloading).path(), 'utf8');
};

const addPassphrase = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Security' }).click();
  await page.getByRole('button', { name: 'Add a passphrase' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a passphrase' });
  await dialog.getByLabel(/^New passphrase(?! again)/).fill(passphrase);
  await dialog.getByLabel('New passphrase again').fill(passphrase);
  await dialog.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByRole('heading', { name: 'Passphrase' })).toBeVisible();
};

/** Types a relay with the password, proves it at a server that repeats it, hands out the report, and saves. */
const proveAndKeep = async (page: Page): Promise<string[]> => {
  await beginRelay(page);
  await fillRelay(page, {
    ...{ name: 'echo', host: '127.0.0.1', port: server.port, encryption: 'None' },
    ...{ account: { userName, password }, from: 'console@example.test' },
  });
  await proveAndSave(page);
  await failedProof(page, 'Sign in', 'wrongCredentials');
  for (const part of ['Facts', 'Dialogue'])
    for (const summary of await page.getByText(part, { exact: true }).all()) await summary.click();
  await expect(page.getByText(/535.5\.7\.8 Sign-in failed/).first()).toBeVisible();
  const proof = await shown(page);
  const reports = [
    await downloadReport(page, 'To read (HTML)'),
    await downloadReport(page, 'For programs (JSON)'),
  ];
  await page.getByRole('button', { name: 'Save without proof' }).click();
  await expect(page.getByText('A draft: nothing is in force yet.')).toBeVisible();
  return [proof, ...reports, await shown(page)];
};

/** The same through the command line: what is stored, its history, a proof of it and one of a draft file. */
const askCommandLine = async (): Promise<string[]> => {
  const draft = {
    ...{ name: 'echo', kind: 'smtp', host: '127.0.0.1', port: server.port, encryption: 'none' },
    authentication: { mode: 'password', username: userName, password: { source: 'value', value: password } },
    from: { address: 'console@example.test' },
  };
  const { profiles } = JSON.parse((await ask(['call', 'mail.listProfiles'])).output) as {
    profiles: { id: string; name: string }[];
  };
  const id = profiles.find(({ name }) => name === 'echo')?.id;
  const calls: [args: string[], input?: string][] = [
    [['call', 'mail.getProfile', '--input', JSON.stringify({ id })]],
    [['call', 'settings.listRevisions', '--input', '{"offset":0,"limit":10}']],
    [['call', 'settings.compareRevisions', '--input', '{"from":0,"to":1}']],
    [['call', 'security.getProtection']],
    [['call', 'security.unlockVault', '--input', '-'], JSON.stringify({ kind: passphrase, value: password })],
    [['call', 'mail.saveProfile', '--input', '-'], JSON.stringify({ values: draft })],
    [['prove', 'mail', '--profile', 'echo', '--json']],
    [['prove', 'mail', '--draft', '-', '--json'], JSON.stringify(draft)],
    [['prove', 'mail', '--draft', '-'], JSON.stringify(draft)],
    [['prove', 'mail', '--draft', '-'], JSON.stringify({ ...draft, encryption: password, port: password })],
    [['prove', 'mail', '--draft', '-'], `{"password": "${password}"`],
  ];
  const said: string[] = [];
  for (const [args, input] of calls) {
    const { output, faults } = await ask(args, input);
    said.push(`${args.join(' ')}\n${output}${faults}`);
  }
  return said;
};

const ask = (args: string[], input = '') =>
  runProgram([...args, '--data-dir', relayConsole.dataDirectory], { input });

test('a planted secret appears in no page, answer, report, log, file or output, whatever a server repeats', async ({
  page,
}) => {
  const heard = await listenTo(page);
  await page.goto(relayConsole.link);
  const seen = await proveAndKeep(page);
  await addPassphrase(page);
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
  seen.push(await shown(page));
  await page.reload();
  await page.goBack();
  seen.push(await shown(page));
  const said = await askCommandLine();

  expect(server.repeated.filter((text) => text.includes(password)).length).toBeGreaterThanOrEqual(4);
  expect(heard.length).toBeGreaterThan(20);
  expect(said).toHaveLength(11);
  for (const text of [...seen, ...heard, ...said, relayConsole.written()])
    expect(
      planted.filter((secret) => holds(text, secret)),
      text.slice(0, 2_000),
    ).toEqual([]);
  expect(filesIn(relayConsole.dataDirectory).length).toBeGreaterThan(3);
  for (const secret of planted) expect(filesWith(relayConsole.dataDirectory, secret)).toEqual([]);
});
