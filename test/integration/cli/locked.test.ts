import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Protection } from '../../../electron/contract/security/security.contract.ts';
import { runProgram, temporaryFolder } from './program.ts';

const passphrase = 'correct horse battery staple';
const password = 'planted-Geheimnis-0815';

const profile = {
  kind: 'smtp',
  name: 'head office',
  from: { address: 'console@example.test', displayName: '' },
  testRecipient: null,
  host: '127.0.0.1',
  port: 25,
  encryption: 'starttls',
  trust: { mode: 'system' },
  authentication: {
    mode: 'password',
    mechanism: null,
    userName: { source: 'value', value: 'console' },
    password: { source: 'vault', secret: { action: 'set', value: password } },
  },
  clientName: null,
  timeoutMs: 5_000,
  maxConnections: null,
  arrival: null,
};

describe('a vault that only a passphrase opens', () => {
  let folder = '';
  let remove = async (): Promise<void> => undefined;

  const call = async (operation: string, input?: unknown): Promise<unknown> => {
    const given = input === undefined ? [] : ['--input', '-'];
    const { exitCode, output, faults } = await runProgram(
      ['call', operation, '--data-dir', folder, ...given],
      input === undefined ? {} : { input: JSON.stringify(input) },
    );
    expect({ operation, exitCode, faults }).toEqual({ operation, exitCode: 0, faults: '' });
    expect(output).not.toContain(password);
    return JSON.parse(output);
  };

  beforeAll(async () => {
    ({ folder, remove } = await temporaryFolder());
    await call('mail.saveProfile', { revision: 0, id: null, values: profile, proofId: null, asDraft: true });
    const { slots } = (await call('security.addPassphrase', { passphrase })) as Protection;
    for (const { id, kind } of slots)
      if (kind !== 'passphrase') await call('security.removeSlot', { slotId: id });
  });
  afterAll(() => remove());

  it('ends a proof of a profile with a stored password with 3 and says how to open it', async () => {
    const { exitCode, output, faults } = await runProgram([
      ...['prove', 'mail', '--profile', 'head office', '--data-dir', folder],
    ]);
    expect({ exitCode, output }).toEqual({ exitCode: 3, output: '' });
    expect(faults).toContain('VAULT_LOCKED');
    expect(faults).toContain('RELAY_CONSOLE_PASSPHRASE');
    expect(faults).toContain('security.startNewVault');
    expect(faults).not.toContain(password);
  });

  it('is opened for one command by the environment, in one attempt', async () => {
    const stateWith = async (given: string) => {
      const environment = { RELAY_CONSOLE_PASSPHRASE: given };
      return runProgram(['call', 'security.getProtection', '--data-dir', folder], { environment });
    };
    const [right, wrong] = await Promise.all([stateWith(passphrase), stateWith('not the passphrase')]);
    expect(JSON.parse(right.output)).toMatchObject({ state: 'unlocked' });
    expect(wrong).toMatchObject({ exitCode: 3, output: '' });
    expect(wrong.faults).toContain('WRONG_PASSPHRASE');
    expect(wrong.faults).not.toContain('not the passphrase');
  });
});
