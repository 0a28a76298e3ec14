import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createCertificates, type LabCertificates } from '../../lab/certificates.ts';
import { scriptedSmtp, type ScriptedTls } from '../../lab/faults/scriptedSmtp.ts';
import { silentServer } from '../../lab/faults/silentFaults.ts';
import { jsonLines, runProgram, startProgram, temporaryFolder } from './program.ts';

type Line = { stage?: string; status?: string; result?: string; finding?: { code: string } | null };

/** SHA-256 as hex. */
const digest: unknown = expect.stringMatching(/^[0-9a-f]{64}$/);
const refusal: unknown = expect.arrayContaining([expect.objectContaining({ code: 550, enhanced: '5.7.1' })]);
const password = 'planted-Geheimnis-4711';
const sender = 'console@example.test';

let folder = '';
let certificates: LabCertificates;
let remove = async (): Promise<void> => undefined;
const open: { close: () => Promise<void> }[] = [];

beforeAll(async () => {
  ({ folder, remove } = await temporaryFolder());
  certificates = await createCertificates(path.join(folder, 'certificates'));
});
afterAll(() => remove());
afterEach(() => Promise.all(open.splice(0).map((server) => server.close())));

const serve = async <Server extends { close: () => Promise<void> }>(
  server: Promise<Server>,
): Promise<Server> => {
  const running = await server;
  open.push(running);
  return running;
};

const draftFor = (port: number, values: Record<string, unknown> = {}): string =>
  JSON.stringify({
    name: 'draft',
    kind: 'smtp',
    host: '127.0.0.1',
    port,
    encryption: 'none',
    authentication: { mode: 'none' },
    from: { address: sender },
    ...values,
  });

const proofInputFor = (port: number): string =>
  JSON.stringify({
    id: null,
    values: {
      ...{ kind: 'smtp', name: 'draft', host: '127.0.0.1', port, encryption: 'none' },
      ...{ trust: { mode: 'system' }, authentication: { mode: 'none' }, timeoutMs: 30_000 },
      ...{ from: { address: sender, displayName: '' }, testRecipient: null },
      ...{ clientName: null, maxConnections: null, arrival: null },
    },
    ...{ recipient: null, until: 'deliver', language: 'en' },
  });

const signedIn = (secret: object) => ({
  authentication: { mode: 'password', username: 'console', password: secret },
});

const asApplication = (change: object) => ({
  authentication: {
    ...{ mode: 'oauth2', provider: 'microsoft', flow: 'deviceCode', tenantId: 'corp.example' },
    ...{ clientId: '11111111-2222-3333-4444-555555555555', mailbox: sender, ...change },
  },
});

const asClientOfGoogle = (clientId: string) => ({
  authentication: {
    mode: 'oauth2',
    provider: 'google',
    flow: 'authorizationCode',
    clientId,
    mailbox: sender,
  },
});

const tlsFromTheStart = (): ScriptedTls => {
  const { chain: cert, key } = certificates.servers.good;
  return { mode: 'implicit', server: { cert, key } };
};

const prove = (
  draft: string | Buffer,
  args: readonly string[] = [],
  environment: Record<string, string> = {},
) =>
  runProgram(['prove', 'mail', '--draft', '-', '--data-dir', folder, ...args], { input: draft, environment });

const linesOf = (output: string): Line[] => jsonLines(output) as Line[];

describe('prove mail', () => {
  it('delivers a message and gives each stage a line, the last one the result', async () => {
    const server = await serve(scriptedSmtp());
    const { exitCode, output, faults } = await prove(draftFor(server.port), [
      '--json',
      '--to',
      'bob@example.test',
    ]);
    const lines = linesOf(output);
    expect({ exitCode, faults }).toEqual({ exitCode: 0, faults: '' });
    expect(
      lines
        .slice(0, -1)
        .filter(({ status }) => status === 'passed')
        .map(({ stage }) => stage),
    ).toEqual(expect.arrayContaining(['resolve', 'connect', 'greet', 'identify', 'envelope', 'deliver']));
    for (const line of lines.slice(0, -1))
      expect(Object.keys(line)).toEqual(['stage', 'status', 'durationMs', 'evidence', 'finding']);
    expect(lines.at(-1)).toEqual({ result: 'passed', fingerprint: digest });
    expect(server.received).toContain('RCPT TO:<bob@example.test>');
    expect(server.messages).toHaveLength(1);
  });

  it('stops before anything is sent when asked, and says of the rest that it was skipped', async () => {
    const server = await serve(scriptedSmtp());
    const { exitCode, output } = await prove(draftFor(server.port), ['--json', '--until', 'envelope']);
    expect(exitCode).toBe(0);
    expect(linesOf(output)).toContainEqual(expect.objectContaining({ stage: 'deliver', status: 'skipped' }));
    expect(server.messages).toEqual([]);
    expect(server.received).not.toContain('DATA');
  });

  it.each(['en', 'fr', 'de'])('names the failed stage, and what to do in %s', async (language) => {
    const server = await serve(scriptedSmtp({ RCPT: '550 5.7.1 <bob@example.test>: Relay access denied' }));
    const { exitCode, output } = await prove(draftFor(server.port), ['--json', '--language', language]);
    const lines = linesOf(output);
    expect(exitCode).toBe(1);
    const failed = lines.find(({ status }) => status === 'failed');
    expect(failed).toMatchObject({
      stage: 'envelope',
      evidence: { replies: refusal },
      finding: { severity: 'error', permanent: true },
    });
    expect(Object.keys(failed?.finding ?? {})).toEqual([
      'code',
      'title',
      'cause',
      'remedy',
      'who',
      'permanent',
      'severity',
    ]);
    expect(lines.at(-1)).toMatchObject({ result: 'failed' });
  });

  it('shows people the stage, the words of the server and who must act', async () => {
    const server = await serve(scriptedSmtp({ RCPT: '550 5.7.1 Relay access denied' }));
    const { exitCode, output } = await prove(draftFor(server.port));
    expect(exitCode).toBe(1);
    expect(output).toMatch(/^✔ Connect +\d+ ms$/m);
    expect(output).toMatch(/^✖ Envelope/m);
    expect(output).toMatch(/^· Deliver +Skipped$/m);
    expect(output).toContain('550 5.7.1 Relay access denied');
    expect(output).toMatch(/Who: /);
  });

  it('does not pass off an earlier reply as the reason', async () => {
    const server = await serve(scriptedSmtp({ DATA: '354 go', '.': { hangUp: 'end' } }));
    const { exitCode, output } = await prove(draftFor(server.port));
    expect(exitCode).toBe(1);
    expect(output).toMatch(/^ +Last reply: 354 go$/m);
    expect(output).not.toContain('Server’s words');
  });

  it('gives people the system error code', async () => {
    const gone = await silentServer();
    await gone.close();
    const { output } = await prove(draftFor(gone.port));
    expect(output).toMatch(/^ +System error code: ECONNREFUSED$/m);
  });

  it('tells people to whom the message went, and by which ID the server knows it', async () => {
    const server = await serve(scriptedSmtp({ '.': '250 2.0.0 Ok: queued as 4AL2xyz01' }));
    const { exitCode, output } = await prove(draftFor(server.port), ['--to', 'bob@example.test']);
    expect(exitCode).toBe(0);
    expect(output.trim().split('\n').at(-1)).toMatch(
      /bob@example\.test.*250 2\.0\.0 Ok: queued as 4AL2xyz01$/,
    );
  });

  it('names the mailbox server where only the look into the mailbox failed', async () => {
    const [server, gone] = await Promise.all([serve(scriptedSmtp()), silentServer()]);
    await gone.close();
    const arrival = {
      ...{ protocol: 'imap', host: '127.0.0.1', port: gone.port, encryption: 'tls' },
      ...{ username: 'bob', password: { source: 'value', value: password } },
    };
    const { exitCode, output } = await prove(draftFor(server.port, { arrival }), ['--until', 'arrive']);
    expect(exitCode).toBe(1);
    expect(server.messages).toHaveLength(1);
    expect(output).toMatch(new RegExp(`✖ Arrive.*\\n +Sending works.*IMAP.*127\\.0\\.0\\.1:${gone.port}\\D`));
  });

  it('takes the password from the environment or the file, and writes it nowhere', async () => {
    const server = await serve(
      scriptedSmtp({ AUTH: '535 5.7.8 Authentication credentials invalid' }, { tls: tlsFromTheStart() }),
    );
    const secure = { encryption: 'tls', host: 'localhost', trust: { ca: certificates.authority.pem } };
    const runs = await Promise.all([
      prove(
        draftFor(server.port, { ...secure, ...signedIn({ source: 'environment', name: 'RELAY_PASSWORD' }) }),
        ['--json'],
        {
          RELAY_PASSWORD: password,
        },
      ),
      prove(draftFor(server.port, { ...secure, ...signedIn({ source: 'value', value: password }) })),
    ]);
    for (const { exitCode, output, faults } of runs) {
      expect(exitCode).toBe(1);
      expect(`${output}${faults}`).not.toContain(password);
      expect(`${output}${faults}`).not.toContain(Buffer.from(password).toString('base64'));
    }
    expect(linesOf(runs[0].output).find(({ status }) => status === 'failed')?.stage).toBe('authenticate');
  });

  it('reads the certificate that the draft names beside the draft', async () => {
    const server = await serve(scriptedSmtp({}, { tls: tlsFromTheStart() }));
    const file = path.join(folder, 'draft.json');
    await writeFile(path.join(folder, 'authority.pem'), certificates.authority.pem);
    await writeFile(
      file,
      draftFor(server.port, { host: 'localhost', encryption: 'tls', trust: { ca: 'authority.pem' } }),
    );
    const { exitCode, faults } = await runProgram(['prove', 'mail', '--draft', file, '--data-dir', folder]);
    expect({ exitCode, faults }).toEqual({ exitCode: 0, faults: '' });
  });

  it.each<[string | Buffer, string]>([
    ['{', 'JSON'],
    ['{\n  // mine\n}', ' 2, '],
    [Buffer.from(draftFor(25, { name: 'Zürich' }), 'latin1'), 'UTF-8'],
    ['{}', 'kind'],
    [draftFor(70_000), 'port'],
    [draftFor(25, { from: { address: 'a@b.example\r\nRCPT TO:<x@y.example>' } }), 'from.address'],
    [draftFor(25, { colour: 'red' }), 'colour'],
    [draftFor(25).replace('"host"', '"host": "a.example", "host"'), 'host'],
    [draftFor(25, { trust: { ca: 'not-there.pem' } }), 'trust.ca'],
    [draftFor(25, signedIn({ source: 'environment', name: 'NOT_SET_ANYWHERE' })), 'NOT_SET_ANYWHERE'],
    [draftFor(25, signedIn({ source: 'vault' })), 'authentication.password'],
    [draftFor(25, signedIn({ source: 'typed' })), 'value, environment, vault'],
    [draftFor(25, asApplication({ clientId: 'abc' })), 'authentication.clientId'],
    [draftFor(25, asApplication({ mailbox: 'CORP\\svc-mail' })), 'authentication.mailbox'],
    [draftFor(25, asClientOfGoogle('not-a-client')), 'authentication.clientId'],
    [draftFor(25, { kind: 'smpt' }), 'smtp, microsoft365, exchange, outlook, capture, pickup'],
    ['[]', 'object'],
  ])('refuses the draft %s with 2 and names the fault', async (draft, named) => {
    const { exitCode, output, faults } = await prove(draft);
    expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
    expect(faults).toContain(named);
    expect(faults).not.toMatch(/codes\.|^\s+at /m);
  });

  it.each([
    [['--draft', '-'], '"arrival"'],
    [['--profile', 'built-in-mailbox'], 'Delivery check'],
  ])('says with %j what it needs to wait until a message arrives', async (subject, named) => {
    const args = ['prove', 'mail', ...subject, '--until', 'arrive', '--data-dir', folder];
    const { exitCode, output, faults } = await runProgram(args, { input: draftFor(25) });
    expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
    expect(faults).toContain(named);
  });

  it('through Outlook says on this system that it needs Windows', async () => {
    const draft = { name: 'desk', kind: 'outlook', mailbox: 'sales@example.test', from: { address: sender } };
    const { exitCode, output, faults } = await prove(JSON.stringify(draft), ['--json']);
    const lines = linesOf(output);
    expect({ exitCode, faults }).toEqual({ exitCode: 1, faults: '' });
    expect(lines).toMatchObject([
      { stage: 'start', status: 'failed', finding: { code: 'outlookNeedsWindows' } },
      { stage: 'mailbox', status: 'skipped' },
      { stage: 'deliver', status: 'skipped' },
      { result: 'failed' },
    ]);
  });

  it('proves a stored profile by its name', async () => {
    const args = ['--profile', 'built-in-mailbox', '--data-dir', folder];
    const { exitCode, output } = await runProgram(['prove', 'mail', ...args, '--json']);
    expect(exitCode).toBe(0);
    expect(linesOf(output).at(-1)).toMatchObject({ result: 'passed' });
    const unknown = await runProgram(['prove', 'mail', '--profile', 'nobody', '--data-dir', folder]);
    expect(unknown.exitCode).toBe(2);
    expect(unknown.faults).toContain('nobody');
  });

  it.each([
    [['prove', 'mail', '--draft', '-'], draftFor],
    [['call', 'mail.proveProfile', '--input', '-'], proofInputFor],
  ])('closes the connection of %j at once on Ctrl+C', async (args, inputFor) => {
    const server = await serve(silentServer());
    const { child, ended } = startProgram([...args, '--data-dir', folder], {
      input: inputFor(server.port),
    });
    await expect.poll(() => server.connections(), { timeout: 20_000 }).toBe(1);
    child.kill('SIGINT');
    child.stdout.resume();
    expect(await ended).toBe(130);
    await expect.poll(() => server.connections(), { timeout: 20_000 }).toBe(0);
  });

  it('survives a reader that has seen enough', async () => {
    const server = await serve(scriptedSmtp());
    const { child, faults, ended } = startProgram(
      ['prove', 'mail', '--draft', '-', '--data-dir', folder, '--json'],
      {
        input: draftFor(server.port),
      },
    );
    await once(createInterface({ input: child.stdout }), 'line');
    child.stdout.destroy();
    expect({ exitCode: await ended, faults: await faults }).toEqual({ exitCode: 0, faults: '' });
  });
});

describe('send test', () => {
  it('says who took the message', async () => {
    const server = await serve(scriptedSmtp());
    const args = ['send', 'test', '--draft', '-', '--data-dir', folder, '--to', 'bob@example.test'];
    const { exitCode, output } = await runProgram(args, { input: draftFor(server.port) });
    expect(exitCode).toBe(0);
    expect(output).toMatch(/bob@example\.test.*SCRIPTED/);
    expect(output.trim().split('\n')).toHaveLength(1);
  });

  it('says why nobody did', async () => {
    const server = await serve(scriptedSmtp({ '.': '554 5.7.1 Message contains spam' }));
    const { exitCode, output } = await runProgram(['send', 'test', '--draft', '-', '--data-dir', folder], {
      input: draftFor(server.port),
    });
    expect(exitCode).toBe(1);
    expect(output).toContain('554 5.7.1 Message contains spam');
  });
});
