import { expect, it } from 'vitest';
import { permissions } from '../../../electron/contract/permissions.ts';
import { createInProcessClient } from '../../../electron/hosts/cli/inProcessClient.ts';
import { createImplementer } from '../../../electron/hosts/implementer.ts';
import { createJsonLog } from '../../../electron/hosts/jsonLog.ts';
import { typedSecrets } from '../../../electron/hosts/typedSecrets.ts';
import { createLiveSecrets } from '../../../electron/stores/vault/liveSecrets.ts';

it('does not log a passphrase that an error repeats', async () => {
  const lines: string[] = [];
  const secrets = createLiveSecrets();
  const log = createJsonLog((line) => lines.push(line), secrets.mask);
  const os = createImplementer(log, (input) => {
    const releases = typedSecrets(input).map((secret) => secrets.register(secret));
    return () => releases.forEach((release) => release());
  });
  const unlockVault = os.security.unlockVault.handler(({ input }) => {
    throw new Error(`cannot derive a key from ${input.value}`);
  });
  const client = createInProcessClient(
    { router: { security: { unlockVault } } },
    { user: 'anna', door: 'commandLine', permissions: new Set(permissions) },
  );
  await expect(client.security.unlockVault({ kind: 'passphrase', value: 'swordfish' })).rejects.toThrow(
    'INTERNAL',
  );
  expect(lines.join('')).toContain('cannot derive a key from [secret]');
  expect(lines.join('')).not.toContain('swordfish');
  expect(secrets.mask('swordfish')).toBe('swordfish');
});
