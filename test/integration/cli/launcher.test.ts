import { spawn, type SpawnOptionsWithoutStdio } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, readdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { launcher, temporaryFolder } from './program.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const systemNode = '/usr/bin/node';

const run = async (runtime: string, args: readonly string[], input = '', file = launcher) => {
  const child = spawn(runtime, [file, ...args], { cwd: root });
  child.stdin.end(input);
  const [output, faults] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { output, faults, exitCode: child.exitCode };
};

const npm = (args: readonly string[], options: SpawnOptionsWithoutStdio) =>
  spawn('npm', args, { ...options, shell: process.platform === 'win32' });

/** What `npm pack` would put into the package of what is built now, by path. */
const packedFiles = async (): Promise<string[]> => {
  const child = npm(['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root });
  const [output] = await Promise.all([text(child.stdout), once(child, 'close')]);
  const [packed] = JSON.parse(output) as { files: { path: string }[] }[];
  return (packed?.files ?? []).map((file) => file.path);
};

describe('the launcher', () => {
  it('starts the program from its sources', async () => {
    expect(await run(process.execPath, ['--version'])).toMatchObject({ exitCode: 0, faults: '' });
  });

  it('takes paths from where npm was called', async () => {
    const { folder, remove } = await temporaryFolder();
    await writeFile(path.join(folder, 'input.json'), '[]');
    const args = ['--prefix', root, 'run', '--silent', 'relay-console', '--'];
    const child = npm([...args, 'call', 'mail.listProfiles', '--input', '@input.json'], {
      cwd: folder,
      env: { ...process.env, RELAY_CONSOLE_DATA: 'data' },
    });
    const [output] = await Promise.all([text(child.stdout), once(child, 'close')]);
    expect(JSON.parse(output)).toMatchObject({ profiles: [{ kind: 'capture' }] });
    expect(await readdir(folder)).toContain('data');
    await remove();
  });

  it.skipIf(!existsSync(path.join(root, 'out/cli/cli.js')))(
    'runs from a package, without sources',
    async () => {
      const { folder, remove } = await temporaryFolder();
      const installed = path.join(folder, 'node_modules/relay-console');
      for (const file of await packedFiles()) await cp(path.join(root, file), path.join(installed, file));
      const file = path.join(installed, 'build/relay-console.js');
      const known = await run(process.execPath, ['explain', '--json', '550 5.7.1 Relaying denied'], '', file);
      expect(known).toMatchObject({ exitCode: 0, faults: '' });
      // npm puts the dependency of the package beside it.
      await symlink(
        path.join(root, 'node_modules/@node-rs'),
        path.join(folder, 'node_modules/@node-rs'),
        'junction',
      );
      const listing = ['call', 'roles.listRoles', '--data-dir', path.join(folder, 'data')];
      const listed = await run(process.execPath, listing, '', file);
      expect(listed).toMatchObject({ exitCode: 0, faults: '' });
      expect(JSON.parse(listed.output)).toMatchObject({ roles: [{ isBuiltIn: true }] });
      await remove();
    },
  );

  it.skipIf(!existsSync(systemNode))('hands everything on when the machine has an older Node', async () => {
    const known = await run(systemNode, ['explain', '-', '--json'], '550 5.7.1 Relaying denied');
    expect(known).toMatchObject({ exitCode: 0, faults: '' });
    expect(JSON.parse(known.output)).toMatchObject({ permanent: true });
    expect(await run(systemNode, ['frobnicate'])).toMatchObject({ exitCode: 2, output: '' });
  });
});
