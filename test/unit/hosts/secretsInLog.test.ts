import { expect, it } from 'vitest';
import { permissions } from '../../../electron/contract/permissions.ts';
import { createInProcessClient } from '../../../electron/hosts/inProcessClient.ts';
import { createImplementer } from '../../../electron/hosts/implementer.ts';
import { createJsonLog } from '../../../electron/hosts/jsonLog.ts';
import type { Log } from '../../../electron/hosts/log.ts';
import { typedSecrets } from '../../../electron/hosts/typedSecrets.ts';
import { createLiveSecrets, type LiveSecrets } from '../../../electron/stores/vault/liveSecrets.ts';

const openProgram = (secrets: LiveSecrets, log: Log) => {
  const os = createImplementer(log, (input) => {
    const releases = typedSecrets(input).map((secret) => secrets.register(secret));
    return () => releases.forEach((release) => release());
  });
  const unlockVault = os.security.unlockVault.handler(({ input }) => {
    throw new Error(`cannot derive a key from ${input.value}`);
  });
  return createInProcessClient(
    { router: { security: { unlockVault } } },
    { user: 'anna', door: 'commandLine', permissions: new Set(permissions) },
  );
};

it.each(['swordfish', 'sword\ud800fish'])(
  'does not log a passphrase that an error repeats: %j',
  async (value) => {
    const lines: string[] = [];
    const secrets = createLiveSecrets();
    const log = createJsonLog((line) => lines.push(line), secrets.mask);
    const client = openProgram(secrets, log);
    await expect(client.security.unlockVault({ kind: 'passphrase', value })).rejects.toThrow('INTERNAL');
    expect(lines.join('')).toContain('cannot derive a key from [secret]');
    expect(lines.join('')).not.toContain('fish');
    expect(secrets.mask(value)).toBe(value);
  },
);

it('lets go of a secret also when the log fails', async () => {
  const secrets = createLiveSecrets();
  const refuse = () => {
    throw new Error('the log is full');
  };
  const client = openProgram(secrets, { info: refuse, error: refuse });
  await expect(client.security.unlockVault({ kind: 'passphrase', value: 'swordfish' })).rejects.toThrow();
  expect(secrets.mask('swordfish')).toBe('swordfish');
});
