import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directoryDefaults } from '../../../electron/contract/directory/directoryValues.ts';
import { loadKerberos } from '../../../electron/protocols/kerberos/loadKerberos.ts';
import { type DirectoryLab, startDirectoryLab } from '../../lab/directory/directoryLab.ts';
import { ensureDirectoryServers } from '../../lab/directory/directoryServers.ts';
import { jsonLines, runProgram, temporaryFolder } from './program.ts';

type Line = {
  stage?: string;
  controller?: string;
  status?: string;
  result?: string;
  finding?: { code: string; severity: string } | null;
  evidence?: { facts: Record<string, unknown> };
};

const { available } = await ensureDirectoryServers();
const variable = 'DIRECTORY_PASSWORD';

describe('prove directory', () => {
  it('needs to be told which directory, and takes stages of a directory only', async () => {
    const { folder, remove } = await temporaryFolder();
    const prove = (...args: string[]) => runProgram(['prove', 'directory', '--data-dir', folder, ...args]);
    const exitCodes = await Promise.all(
      [
        ...[[], ['--saved', '--draft', '-'], ['--saved'], ['--saved', '--stage', 'deliver']],
        ...[
          ['--draft', path.join(folder, 'nowhere.json')],
          ['--saved', '--json', '--draft=-', '--stage'],
        ],
      ].map(async (args) => (await prove(...args)).exitCode),
    );
    await remove();
    expect(new Set(exitCodes)).toEqual(new Set([2]));
  });

  it('names each fault of a draft, and knows no field beside its own', async () => {
    const { folder, remove } = await temporaryFolder();
    const draft = { domain: 'corp.example', connection: 'none', identity: { mode: 'windows' }, port: 636 };
    const { exitCode, faults } = await runProgram(
      ['prove', 'directory', '--data-dir', folder, '--draft', '-'],
      { input: JSON.stringify(draft) },
    );
    await remove();
    expect(exitCode).toBe(2);
    expect(faults).toContain('connection');
    expect(faults).toContain('port');
  });
});

describe.skipIf(!available)('prove directory at a real controller', { timeout: 60_000 }, () => {
  let lab: DirectoryLab;
  let folder = '';
  let remove = async (): Promise<void> => undefined;

  beforeAll(async () => {
    ({ folder, remove } = await temporaryFolder());
    lab = await startDirectoryLab();
  }, 120_000);
  afterAll(async () => {
    await lab.stop();
    await remove();
  });

  const prove = async (
    values: Record<string, unknown>,
    args: string[],
    {
      password = lab.users.reader.password,
      environment = {},
    }: { password?: string; environment?: Record<string, string> } = {},
  ) => {
    const draft = path.join(folder, 'draft.json');
    const { userPrincipalName } = lab.users.reader;
    const own = { source: 'environment', name: variable };
    const all = {
      ...{ domain: lab.domain, dnsServers: [lab.dns.address], connection: 'ldaps', timeoutMs: 5_000 },
      trust: { ca: lab.authority.path },
      identity: { mode: 'password', username: userPrincipalName, password: own },
      ...values,
    };
    await writeFile(draft, JSON.stringify(all));
    return runProgram(['prove', 'directory', '--data-dir', folder, '--draft', draft, ...args], {
      environment: { ...environment, [variable]: password },
    });
  };

  it('prints a line of JSON for each stage, with its controller, and the result', async () => {
    const { output, exitCode, faults } = await prove({}, ['--json', '--user', 'alice']);
    const lines = jsonLines(output) as Line[];
    const result = lines.pop();
    expect({ exitCode, faults }).toEqual({ exitCode: 0, faults: '' });
    expect(result).toEqual({
      result: 'passed',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
    });
    expect(lines.map(({ stage }) => stage).toSorted()).toEqual(
      ['bind', 'clock', 'groups', 'join', 'locate', 'ping', 'policy', 'ports', 'rootdse', 'search']
        .concat(['secure', 'trusts'])
        .toSorted(),
    );
    for (const line of lines)
      if (line.stage === 'join' || line.stage === 'locate') expect(line).not.toHaveProperty('controller');
      else expect(line.controller).toBe('dc1.corp.example.test');
    expect(output).toContain('console-admins');
    expect(output).not.toContain(lab.users.reader.password);
  });

  it('runs single stages, which do what they need by themselves', async () => {
    const { output, exitCode } = await prove({}, ['--json', '--stage', 'secure', '--stage', 'bind']);
    const lines = jsonLines(output) as Line[];
    expect(exitCode).toBe(0);
    expect(lines.map(({ stage, status, result }) => result ?? `${stage} ${status}`)).toEqual([
      ...['secure passed', 'bind passed', 'passed'],
    ]);
  });

  it('ends with 1 and says why when the password is wrong, or the controller is not there', async () => {
    const wrong = await prove({}, ['--json'], { password: 'wrong-Geheimnis-4711' });
    const dead = await prove({ controllers: [lab.unusedAddress(150)] }, ['--json', '--stage', 'bind']);
    const codeOf = (output: string) =>
      (jsonLines(output) as Line[]).find(({ stage }) => stage === 'bind')?.finding?.code;
    expect([wrong.exitCode, dead.exitCode]).toEqual([1, 1]);
    expect([codeOf(wrong.output), codeOf(dead.output)]).toEqual([
      ...['directoryCredentialsWrong', 'controllerPortsClosed'],
    ]);
    expect(wrong.output).not.toContain('wrong-Geheimnis-4711');
  });

  it.skipIf(!loadKerberos().available)('signs in as the Windows identity, by Kerberos', async () => {
    const environment = {
      KRB5_CONFIG: lab.kerberosConfiguration,
      KRB5_CLIENT_KTNAME: `FILE:${await lab.keytab(lab.users.alice.name)}`,
      KRB5CCNAME: 'MEMORY:relay-console',
    };
    const { output, exitCode } = await prove({ identity: { mode: 'windows' } }, ['--json'], { environment });
    const lines = jsonLines(output) as Line[];
    const factsOf = (name: string) => lines.find(({ stage }) => stage === name)?.evidence?.facts;
    expect({ exitCode, result: lines.at(-1)?.result }).toEqual({ exitCode: 0, result: 'passed' });
    expect(factsOf('bind')).toMatchObject({ mechanism: 'GSSAPI', userName: 'alice@CORP.EXAMPLE.TEST' });
    expect(factsOf('policy')).toMatchObject({ channelBinding: 'notRequired' });
    expect(factsOf('groups')).toMatchObject({ account: 'CORP\\alice' });
  });

  it('proves the directory as it is set, with its password', async () => {
    const { userPrincipalName, password } = lab.users.reader;
    const values = {
      ...{ ...directoryDefaults, domain: lab.domain, dnsServers: [lab.dns.address] },
      trust: { mode: 'certificate', pem: lab.authority.pem },
      identity: {
        ...{ mode: 'password', userName: { source: 'value', value: userPrincipalName } },
        password: { source: 'environment', name: variable },
      },
    };
    const environment = { [variable]: password };
    const input = JSON.stringify({ revision: 0, values, proofId: null, asDraft: true });
    const saving = ['call', 'directory.saveSettings', '--data-dir', folder, '--input', '-'];
    expect(await runProgram(saving, { input, environment })).toMatchObject({ exitCode: 0 });
    const proving = ['prove', 'directory', '--data-dir', folder, '--saved', '--stage', 'bind', '--json'];
    const { output, exitCode } = await runProgram(proving, { environment });
    expect(exitCode).toBe(0);
    expect((jsonLines(output) as Line[])[0]).toMatchObject({ stage: 'bind', status: 'passed' });
  });
});
