import { existsSync, readFileSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFakeProtector, createVaultLab, kinds, passphrase, place, slotId } from './vaultLab.ts';

const next = 'another passphrase altogether';

describe('a passphrase', () => {
  it('opens the vault when nothing else does, until the program ends', async () => {
    const { open, keyFile } = createVaultLab();
    const vault = open();
    await vault.write(place, 'planted');
    await vault.addPassphrase(passphrase);
    rmSync(keyFile);
    const later = open();
    await expect(later.read(place)).rejects.toMatchObject({ code: 'VAULT_LOCKED' });
    expect(await later.protection()).toMatchObject({ state: 'locked', secretCount: 1 });
    await expect(later.unlock('passphrase', next)).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    await later.unlock('passphrase', passphrase);
    expect(await later.read(place)).toBe('planted');
    expect((await open().protection()).state).toBe('locked');
  });

  it('is judged attempt by attempt, however many come at once', async () => {
    const { open, keyFile } = createVaultLab();
    const first = open();
    await first.write(place, 'planted');
    await first.addPassphrase(passphrase);
    rmSync(keyFile);
    const vault = open();
    const attempts = [next, passphrase, `${passphrase} `, next];
    const results = await Promise.allSettled(attempts.map((typed) => vault.unlock('passphrase', typed)));
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected', 'rejected']);
    expect(await vault.read(place)).toBe('planted');
  });

  it('is the same however its accents are typed', async () => {
    const vault = createVaultLab().open();
    await vault.addPassphrase('Schlüsselbund für Zürich');
    await expect(
      vault.unlock('passphrase', 'Schlüsselbund für Zürich'.normalize('NFD')),
    ).resolves.toBeUndefined();
  });

  it('is changed only by who knows the present one', async () => {
    const vault = createVaultLab().open();
    await vault.addPassphrase(passphrase);
    const id = await slotId(vault, 'passphrase');
    await expect(vault.changePassphrase(id, next, next)).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    await vault.changePassphrase(id, passphrase, next);
    await expect(vault.unlock('passphrase', passphrase)).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    await expect(vault.unlock('passphrase', next)).resolves.toBeUndefined();
  });

  it('is only one', async () => {
    const vault = createVaultLab().open();
    await vault.addPassphrase(passphrase);
    await expect(vault.addPassphrase(next)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('costs at least what OWASP asks for', async () => {
    const { open, content } = createVaultLab();
    await open().addPassphrase(passphrase);
    const slot = content().slots.find(({ kind }) => kind === 'passphrase');
    if (slot?.kind !== 'passphrase') throw new Error('There should be a passphrase slot.');
    expect(slot.argon.memoryKib).toBeGreaterThanOrEqual(19 * 1_024);
    expect(slot.argon.passes).toBeGreaterThanOrEqual(2);
  });
});

describe('a recovery key', () => {
  it('opens the vault on a machine that has replaced the old one, which then gets its own slot', async () => {
    const { open, problems } = createVaultLab();
    const old = open(createFakeProtector('OLD\\anna'));
    await old.write(place, 'planted');
    const recoveryKey = await old.createRecoveryKey();
    const protector = createFakeProtector('NEW\\anna');
    const vault = open(protector);
    expect(await vault.protection()).toMatchObject({ state: 'locked' });
    expect(problems).toContain('vault.slotNotOpened');
    await vault.unlock('recoveryKey', recoveryKey.toLowerCase());
    await vault.addOperatingSystem();
    expect(await open(protector).read(place)).toBe('planted');
    expect(await kinds(vault)).toEqual(['operatingSystem', 'recoveryKey', 'operatingSystem']);
  });

  it('is replaced by a new one', async () => {
    const vault = createVaultLab().open();
    const first = await vault.createRecoveryKey();
    const second = await vault.createRecoveryKey();
    await expect(vault.unlock('recoveryKey', first)).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    await expect(vault.unlock('recoveryKey', second)).resolves.toBeUndefined();
    expect(await kinds(vault)).toEqual(['keyFile', 'recoveryKey']);
  });

  it('with a slip in it is told apart from a wrong one', async () => {
    const vault = createVaultLab().open();
    const key = await vault.createRecoveryKey();
    const slip = vault.unlock('recoveryKey', key.slice(1));
    await expect(slip).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      data: { issues: [{ code: 'recoveryKey' }] },
    });
  });
});

describe('removing a slot', () => {
  it('is refused for the last one', async () => {
    const vault = createVaultLab().open();
    await vault.write(place, 'planted');
    const refused = vault.removeSlot(await slotId(vault, 'keyFile'));
    await expect(refused).rejects.toMatchObject({ code: 'LAST_KEY_SLOT' });
  });

  it('is refused when what is left opens only on another machine', async () => {
    const { open } = createVaultLab();
    await open(createFakeProtector('OLD\\anna')).write(place, 'planted');
    const key = await open(createFakeProtector('OLD\\anna')).createRecoveryKey();
    const vault = open();
    await vault.unlock('recoveryKey', key);
    const refused = vault.removeSlot(await slotId(vault, 'recoveryKey'));
    await expect(refused).rejects.toMatchObject({ code: 'LAST_KEY_SLOT' });
  });

  it('takes its key file away', async () => {
    const { open, keyFile } = createVaultLab();
    const vault = open();
    await vault.addPassphrase(passphrase);
    const key = readFileSync(keyFile, 'utf8');
    await vault.removeSlot(await slotId(vault, 'keyFile'));
    expect(existsSync(keyFile)).toBe(false);
    expect((await open().protection()).state).toBe('locked');
    await vault.addKeyFile();
    expect(readFileSync(keyFile, 'utf8')).not.toBe(key);
    expect((await open().protection()).state).toBe('unlocked');
  });

  it('knows that there is no such slot', async () => {
    const vault = createVaultLab().open();
    const refused = vault.removeSlot('22222222-2222-4222-8222-222222222222');
    await expect(refused).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the operating system', () => {
  it('is refused with its reason where it protects nothing', async () => {
    const protector = createFakeProtector('anna');
    protector.refuse('noKeyring');
    const { open } = createVaultLab();
    const cases = [
      { vault: open(protector), reason: 'noKeyring' },
      { vault: open(), reason: 'notInThisProgram' },
    ];
    for (const { vault, reason } of cases) {
      expect((await vault.protection()).available).not.toContain('operatingSystem');
      await expect(vault.addOperatingSystem()).rejects.toMatchObject({
        code: 'PROTECTION_UNAVAILABLE',
        data: { reason },
      });
    }
  });

  it('protects the key anew with the next write when it asks for that', async () => {
    const { open } = createVaultLab();
    const protector = createFakeProtector('CORP\\anna');
    await open(protector).write(place, 'planted');
    const before = await slotId(open(protector), 'operatingSystem');
    protector.outdate();
    await open(protector).write(place, 'planted again');
    expect(await kinds(open(protector))).toEqual(['operatingSystem']);
    expect(await slotId(open(protector), 'operatingSystem')).not.toBe(before);
    expect(await open(protector).read(place)).toBe('planted again');
  });

  it('is offered to each account, and added once', async () => {
    const { open } = createVaultLab();
    const anna = open(createFakeProtector('CORP\\anna'));
    await anna.write(place, 'planted');
    await anna.addKeyFile();
    const bruno = open(createFakeProtector('CORP\\bruno'));
    expect((await anna.protection()).available).toEqual(['passphrase', 'recoveryKey']);
    expect((await bruno.protection()).available).toContain('operatingSystem');
    await bruno.addOperatingSystem();
    await bruno.addOperatingSystem();
    const { slots } = await bruno.protection();
    expect(slots.map(({ detail }) => detail).filter((detail) => detail.startsWith('DPAPI'))).toEqual([
      'DPAPI (CORP\\anna)',
      'DPAPI (CORP\\bruno)',
    ]);
  });
});

describe('rotating the data key', () => {
  it('encrypts every secret again and renews every slot that opens here', async () => {
    const { open, content } = createVaultLab();
    const vault = open();
    await vault.write(place, 'planted');
    await vault.addPassphrase(passphrase);
    const oldKey = await vault.createRecoveryKey();
    const before = content();
    const newKey = await vault.rotateDataKey(passphrase);
    expect(content().dataKey.id).not.toBe(before.dataKey.id);
    expect(await open().read(place)).toBe('planted');
    await expect(vault.unlock('recoveryKey', oldKey)).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    await expect(vault.unlock('recoveryKey', newKey ?? '')).resolves.toBeUndefined();
    await expect(vault.unlock('passphrase', passphrase)).resolves.toBeUndefined();
  });

  it('asks for the passphrase where there is one, and changes nothing without it', async () => {
    const { open, content } = createVaultLab();
    const vault = open();
    await vault.write(place, 'planted');
    await vault.addPassphrase(passphrase);
    const before = content();
    for (const typed of [null, next])
      await expect(vault.rotateDataKey(typed)).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    expect(content()).toEqual(before);
  });

  it('drops the slots of other accounts, and another program that was open goes on with its own', async () => {
    const { open } = createVaultLab();
    const anna = createFakeProtector('CORP\\anna');
    await open(anna).write(place, 'planted');
    await open(anna).addKeyFile();
    const browser = open();
    expect(await browser.read(place)).toBe('planted');
    expect(await browser.rotateDataKey(null)).toBeNull();
    expect(await kinds(browser)).toEqual(['keyFile']);
    expect(await open(anna).read(place)).toBe('planted');
    await open(anna).rotateDataKey(null);
    expect(await browser.read(place)).toBe('planted');
  });
});
