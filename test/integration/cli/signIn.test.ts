import { chmod, mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runCommandLine } from '../../../electron/hosts/cli/commandLine.ts';
import { temporaryFolder } from './program.ts';

const password = 'four plain words here';
const administrator = { displayName: 'Anna', mail: null, language: null, password };

let folder = '';
let remove = async (): Promise<void> => undefined;
beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
});
afterEach(() => remove());

type Given = { input?: string | Buffer; environment?: Record<string, string> };

const run = async (args: readonly string[], { input = '', environment = {} }: Given = {}) => {
  const output: string[] = [];
  const faults: string[] = [];
  const exitCode = await runCommandLine([...args, '--data-dir', path.join(folder, 'data')], {
    terminal: {
      print: (text) => void output.push(text),
      complain: (text) => void faults.push(text),
      input: () => Readable.from([Buffer.from(input)]),
    },
    environment: { XDG_STATE_HOME: path.join(folder, 'own'), ...environment },
    systemLocale: 'en',
    signal: new AbortController().signal,
  });
  return { exitCode, output: output.join('\n'), faults: faults.join('\n') };
};

const list = (...more: string[]) => ['call', 'mail.listProfiles', '--json', ...more];

const setUp = async (): Promise<void> => {
  const input = JSON.stringify(administrator);
  const created = await run(['call', 'session.createAdministrator', '--input', '-'], { input });
  expect(created).toMatchObject({ exitCode: 0, faults: '' });
};

const sessionFiles = async (): Promise<string[]> => {
  const own = path.join(folder, 'own', 'relay-console', 'sessions');
  return (await readdir(own)).map((name) => path.join(own, name));
};

it('asks nobody to sign in before there is an administrator, and everybody afterwards', async () => {
  expect(await run(list())).toMatchObject({ exitCode: 0, faults: '' });
  await setUp();
  const refused = await run(list());
  expect(refused).toMatchObject({ exitCode: 3, output: '' });
  expect(refused.faults).toContain('NOT_SIGNED_IN');
  expect(refused.faults).toContain('sign-in --user');
});

it('signs nobody in with a password that it would read wrongly', async () => {
  await setUp();
  const ansi = Buffer.from('Gehüim-4711 two three', 'latin1');
  const refused = await run(['sign-in', '--user', 'admin'], { input: ansi });
  expect(refused).toMatchObject({ exitCode: 2, output: '' });
  expect(refused.faults).toContain('UTF-8');
});

it('keeps who signed in from command to command, in a file for its owner only, until sign-out', async () => {
  await setUp();
  const signedIn = await run(['sign-in', '--user', 'admin'], { input: `${password}\n` });
  expect(signedIn).toMatchObject({ exitCode: 0, faults: '' });
  expect(signedIn.output).not.toContain(password);
  expect(await run(list())).toMatchObject({ exitCode: 0, faults: '' });
  const [file = ''] = await sessionFiles();
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await stat(path.dirname(file))).mode & 0o777).toBe(0o700);
  expect(await run(['sign-out'])).toMatchObject({ exitCode: 0, faults: '' });
  expect(await sessionFiles()).toEqual([]);
  expect(await run(list())).toMatchObject({ exitCode: 3, output: '' });
});

it('signs in for one command, with the password of the environment or of standard input, and out again', async () => {
  await setUp();
  const environment = { RELAY_CONSOLE_PASSWORD: password };
  expect(await run(list('--user', 'admin'), { environment })).toMatchObject({ exitCode: 0, faults: '' });
  expect(await run(list('--user', 'admin'), { input: password })).toMatchObject({ exitCode: 0, faults: '' });
  expect(await run(list())).toMatchObject({ exitCode: 3, output: '' });
  const user = await run(['call', 'session.getSession', '--user', 'admin'], { environment });
  const { userId } = JSON.parse(user.output) as { userId: string };
  const seen = await run(
    ['call', 'users.getUser', '--input', JSON.stringify({ id: userId }), '--user', 'admin'],
    {
      environment,
    },
  );
  expect(JSON.parse(seen.output)).toMatchObject({ sessions: [{ door: 'commandLine' }] });
});

it.skipIf(process.platform === 'win32')(
  'signs nobody in by a file that others can read or change',
  async () => {
    await setUp();
    const signIn = ['sign-in', '--user', 'admin'];
    await run(signIn, { input: password });
    const [file = ''] = await sessionFiles();
    for (const mode of [0o640, 0o606]) {
      await chmod(file, mode);
      for (const command of [list(), signIn, ['sign-out']]) {
        const refused = await run(command, { input: password });
        expect(refused).toMatchObject({ exitCode: 2, output: '' });
        expect(refused.faults).toContain(file);
      }
    }
    await rm(file);
    expect(await run(signIn, { input: password })).toMatchObject({ exitCode: 0, faults: '' });
    expect(await run(list())).toMatchObject({ exitCode: 0, faults: '' });
  },
);

it('signs out who signed in for one command, also where the session file cannot be read', async () => {
  await setUp();
  await run(['sign-in', '--user', 'admin'], { input: password });
  const [file = ''] = await sessionFiles();
  await rm(file);
  await mkdir(file);
  const once = await run(['call', 'session.getSession', '--user', 'admin'], { input: password });
  expect(once.exitCode).toBe(0);
  expect(JSON.parse(once.output)).toMatchObject({ state: 'signedIn' });
  const filter = {
    operation: 'session.signOut',
    from: null,
    until: null,
    userId: null,
    outcome: null,
    result: null,
    text: '',
  };
  const ask = ['call', 'audit.listEntries', '--input', JSON.stringify({ filter, below: null, limit: 10 })];
  const audit = await run([...ask, '--user', 'admin'], { input: password });
  const { entries } = JSON.parse(audit.output) as { entries: unknown[] };
  /** That of who became administrator, and this one. */
  expect(entries).toHaveLength(2);
});

it('ends the session of the file when the user signs in elsewhere (U28)', async () => {
  await setUp();
  await run(['sign-in', '--user', 'admin'], { input: password });
  await run(list('--user', 'admin'), { input: password });
  expect(await run(list())).toMatchObject({ exitCode: 3, output: '' });
});

it('refuses a wrong password, and one that standard input cannot hold beside an input', async () => {
  await setUp();
  const wrong = await run(['sign-in', '--user', 'admin'], { input: 'something else\n' });
  expect(wrong).toMatchObject({ exitCode: 3, output: '' });
  expect(wrong.faults).toContain('SIGN_IN_REFUSED');
  expect(wrong.faults).not.toContain('something else');
  const taken = await run(['call', 'mailbox.listMessages', '--input', '-', '--user', 'admin'], {
    input: '{}',
  });
  expect(taken).toMatchObject({ exitCode: 2, output: '' });
  expect(taken.faults).toContain('RELAY_CONSOLE_PASSWORD');
  expect(await run(['sign-in'])).toMatchObject({ exitCode: 2, output: '' });
});

it('says of a password that has to be replaced how that is done, and does it', async () => {
  await setUp();
  const values = {
    ...{ name: 'bob', displayName: 'Bob', mail: null, language: null },
    ...{ isActive: true, mayUseBasicAuthentication: false },
  };
  const first = 'another fine sentence';
  const input = JSON.stringify({ values, grants: [], password: first });
  const environment = { RELAY_CONSOLE_PASSWORD: password };
  const create = ['call', 'users.createUser', '--input', '-', '--user', 'admin'];
  expect(await run(create, { input, environment })).toMatchObject({ exitCode: 0, faults: '' });
  const signedIn = await run(['sign-in', '--user', 'bob'], { input: first });
  expect(signedIn.exitCode).toBe(0);
  expect(signedIn.faults).toContain('session.changePassword');
  const change = JSON.stringify({ present: first, next: 'quite a new sentence' });
  const changed = await run(['call', 'session.changePassword', '--input', '-'], { input: change });
  expect(changed.exitCode).toBe(0);
  const session = await run(['call', 'session.getSession']);
  expect(JSON.parse(session.output)).toMatchObject({ state: 'signedIn', user: 'bob' });
});
