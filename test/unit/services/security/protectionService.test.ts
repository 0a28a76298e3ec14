import { expect, it } from 'vitest';
import type { Noted } from '../../../../electron/services/audit/note.ts';
import { createProtectionService } from '../../../../electron/services/security/protectionService.ts';
import { administrator } from '../users/actors.ts';
import { createVaultLab, passphrase } from '../../stores/vault/vaultLab.ts';

const next = 'another passphrase altogether';

it('gives the new state back after each change, and each key once', async () => {
  const noted: Noted[] = [];
  const protection = createProtectionService(createVaultLab().open());
  expect((await protection.getProtection()).state).toBe('notCreated');
  const { recoveryKey, protection: first } = await protection.createRecoveryKey(administrator);
  expect(first.slots.map(({ kind }) => kind)).toEqual(['keyFile', 'recoveryKey']);
  expect((await protection.unlockVault({ kind: 'recoveryKey', value: recoveryKey })).state).toBe('unlocked');

  const added = await protection.addPassphrase({ passphrase });
  const slotId = added.slots.find(({ kind }) => kind === 'passphrase')?.id ?? '';
  const changed = await protection.changePassphrase({ slotId, current: passphrase, passphrase: next });
  expect(changed.slots).toHaveLength(3);

  const rotated = await protection.rotateDataKey({ passphrase: next }, administrator);
  expect(rotated.recoveryKey).not.toBe(recoveryKey);
  const keyFile = rotated.protection.slots.find(({ kind }) => kind === 'keyFile')?.id ?? '';
  const note = (more: Noted) => void noted.push(more);
  const removed = await protection.removeSlot({ slotId: keyFile }, { ...administrator, note });
  expect(noted).toEqual([{ subject: expect.stringMatching(/^keyFile .*\.key$/) as string }]);
  expect(removed.available).toEqual(['keyFile']);
  expect((await protection.addKeyFile()).available).toEqual([]);
  await expect(protection.addOperatingSystem()).rejects.toMatchObject({ code: 'PROTECTION_UNAVAILABLE' });
  expect(JSON.stringify(await protection.getProtection())).not.toContain(rotated.recoveryKey);
});
