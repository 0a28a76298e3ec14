import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createAdministratorRecovery } from '../../../../electron/services/session/administratorRecovery.ts';
import { createVault } from '../../../../electron/stores/vault/createVault.ts';
import { openPeopleLab, type PeopleLab } from './peopleLab.ts';

const origin = { door: 'browser', machine: 'HOST' };
const [before, after] = ['the first long password', 'the second long password'];

let directory: string;
let lab: PeopleLab;
let vault: ReturnType<typeof createVault>;

const recover = (recoveryKey: string, newPassword = after) =>
  createAdministratorRecovery({
    ...{ vault, people: lab.people, passwords: lab.passwords, transact: lab.transact },
    now: () => lab.clock.now,
  })({ recoveryKey, newPassword });

const signIn = (password: string) => lab.signIn({ name: 'admin', password, origin });

beforeEach(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'relay-console-recovery-'));
  lab = await openPeopleLab();
  vault = createVault({
    ...{ directory, keyFile: path.join(directory, 'vault.key') },
    log: { error: () => undefined },
  });
  await lab.createAdministrator({ displayName: 'Anna', mail: null, language: null, password: before });
});
afterEach(async () => {
  await lab.database.remove();
  await rm(directory, { recursive: true, force: true });
});

it('gives the administrator a new password, ends sessions and lets in who was locked out', async () => {
  const { token } = await signIn(before);
  for (let attempt = 0; attempt < 3; attempt += 1)
    await expect(signIn('wrong')).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
  await recover(await vault.createRecoveryKey());
  expect((await signIn(after)).user.name).toBe('admin');
  expect(await lab.identify({ startedProgram: false, token })).toMatchObject({
    state: 'signedOut',
    end: { reason: 'passwordChanged' },
  });
});

it('refuses another key, a slip, and a password against the rules, and changes nothing', async () => {
  const old = await vault.createRecoveryKey();
  const key = await vault.createRecoveryKey();
  await expect(recover(old)).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
  await expect(recover('ABCDE')).rejects.toMatchObject({
    data: { issues: [{ path: ['recoveryKey'], code: 'recoveryKey' }] },
  });
  await expect(recover(key, 'short')).rejects.toMatchObject({
    data: { issues: [{ path: ['newPassword'] }] },
  });
  expect((await signIn(before)).user.name).toBe('admin');
});

it('lets in again who was deactivated, or nobody might be left who can sign in (U22)', async () => {
  const query = await lab.database.query();
  await query.updateTable('users').set({ isActive: 0 }).execute();
  await recover(await vault.createRecoveryKey());
  expect((await signIn(after)).user.name).toBe('admin');
});

it('opens nothing where no recovery key was made', async () => {
  await expect(recover('ABCDE')).rejects.toMatchObject({
    data: { issues: [{ path: ['recoveryKey'], code: 'noRecoveryKey' }] },
  });
});
