import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFakeProtector, createVaultLab, otherPlace, place } from './vaultLab.ts';

describe('a secret', () => {
  it('is given back as it was written, also by another program', async () => {
    const { open } = createVaultLab();
    const vault = open();
    const secrets = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(secrets, async (secret) => {
        await vault.write(place, secret);
        expect(await open().read(place)).toBe(secret);
      }),
      { numRuns: 20 },
    );
  });

  it('opens for its own target only', async () => {
    const vault = createVaultLab().open();
    await vault.write(place, 'planted');
    const elsewhere = vault.read({ ...place, target: 'mail.evil.example 587 alice' });
    await expect(elsewhere).rejects.toMatchObject({ code: 'SECRET_UNREADABLE' });
  });

  it('must be typed when it was never stored', async () => {
    const vault = createVaultLab().open();
    await expect(vault.read(place)).rejects.toMatchObject({
      code: 'SECRET_REQUIRED',
      data: { path: [place.path] },
    });
    expect(await vault.has(place.path)).toBe(false);
  });

  it('is listed by where it lies, and nothing of what it is', async () => {
    const vault = createVaultLab().open();
    expect(await vault.list('')).toEqual([]);
    await vault.write(place, 'planted');
    expect(await vault.list('')).toEqual([place.path]);
    expect(await vault.list(`${place.path}/below`)).toEqual([]);
  });

  it('is encrypted anew each time, and lies in no file', async () => {
    const { open, content, file } = createVaultLab();
    await open().write(place, 'planted');
    const first = content().records[place.path];
    await open().write(place, 'planted');
    expect(content().records[place.path]?.nonce).not.toBe(first?.nonce);
    expect(readFileSync(file, 'utf8')).not.toContain('planted');
  });

  it('goes when it is removed, and the others stay', async () => {
    const vault = createVaultLab().open();
    await vault.write(place, 'first');
    await vault.write(otherPlace, 'second');
    await vault.write({ ...place, path: 'proof/fingerprintKey' }, 'third');
    await vault.removeAll(place.path);
    const paths = [place.path, otherPlace.path, 'proof/fingerprintKey'];
    expect(await Promise.all(paths.map((each) => vault.has(each)))).toEqual([false, true, true]);
  });
});

describe('a new vault', () => {
  it('is made with the first secret, not before', async () => {
    const { open, file } = createVaultLab();
    const vault = open();
    expect(await vault.protection()).toMatchObject({ state: 'notCreated', slots: [], secretCount: 0 });
    await vault.removeAll('mail/');
    expect(existsSync(file)).toBe(false);
    await vault.write(place, 'planted');
    await vault.write({ path: 'proof/fingerprintKey', target: 'proof' }, 'of the program itself');
    expect(await vault.protection()).toMatchObject({ state: 'unlocked', secretCount: 1 });
  });

  it('opens by a key file where the host has no protection of the operating system', async () => {
    const { open, file, keyFile } = createVaultLab();
    await open().write(place, 'planted');
    expect((await open().protection()).slots).toMatchObject([{ kind: 'keyFile', detail: keyFile }]);
    for (const each of [file, keyFile]) expect(statSync(each).mode & 0o077).toBe(0);
  });

  it('opens by the operating system where that protects something, and needs no key file', async () => {
    const { open, keyFile } = createVaultLab();
    const protector = createFakeProtector('CORP\\anna');
    await open(protector).write(place, 'planted');
    const { slots } = await open(protector).protection();
    expect(slots).toMatchObject([{ kind: 'operatingSystem', detail: 'DPAPI (CORP\\anna)' }]);
    expect(existsSync(keyFile)).toBe(false);
  });

  it('falls back to the key file where the operating system has no keyring', async () => {
    const protector = createFakeProtector('anna');
    protector.refuse('noKeyring');
    const vault = createVaultLab().open(protector);
    await vault.write(place, 'planted');
    expect(await vault.protection()).toMatchObject({ slots: [{ kind: 'keyFile' }] });
  });

  it('never writes over a key file that it cannot use', async () => {
    const { open, keyFile } = createVaultLab();
    writeFileSync(keyFile, 'somebody else’s file');
    const refused = open().write(place, 'planted');
    await expect(refused).rejects.toMatchObject({
      code: 'PROTECTION_UNAVAILABLE',
      data: { reason: 'keyFileDamaged' },
    });
    expect(readFileSync(keyFile, 'utf8')).toBe('somebody else’s file');
  });
});

describe('a vault that was tampered with by somebody who knows its format', () => {
  const prepared = async () => {
    const lab = createVaultLab();
    await lab.open().write(place, 'first');
    await lab.open().write(otherPlace, 'second');
    return lab;
  };
  const unreadable = async ({ open }: Awaited<ReturnType<typeof prepared>>): Promise<void> => {
    await expect(open().read(place)).rejects.toMatchObject({ code: 'SECRET_UNREADABLE' });
    expect((await open().protection()).state).toBe('unreadable');
    await expect(open().write(place, 'next')).rejects.toMatchObject({ code: 'SECRET_UNREADABLE' });
  };

  it('is refused when a record is missing', async () => {
    const lab = await prepared();
    lab.forge(({ records: { [otherPlace.path]: _, ...records }, ...vault }) => ({ ...vault, records }));
    await unreadable(lab);
  });

  it('is refused when two records change places', async () => {
    const lab = await prepared();
    lab.forge(({ records, ...vault }) => {
      const [first, second] = [records[place.path], records[otherPlace.path]];
      if (!first || !second) throw new Error('Both records should be there.');
      return { ...vault, records: { [place.path]: second, [otherPlace.path]: first } };
    });
    await unreadable(lab);
  });

  it('is refused when a record of an earlier state comes back', async () => {
    const lab = await prepared();
    const { records } = lab.content();
    await lab.open().write(place, 'changed');
    lab.forge((vault) => ({ ...vault, records: { ...vault.records, ...records } }));
    await unreadable(lab);
  });

  it('is refused when a slot is added', async () => {
    const lab = await prepared();
    const other = createVaultLab();
    await other.open().addPassphrase('a passphrase of somebody else');
    const [, foreign] = other.content().slots;
    if (!foreign) throw new Error('The other vault should have a passphrase.');
    lab.forge((vault) => ({ ...vault, slots: [...vault.slots, foreign] }));
    await unreadable(lab);
  });

  it('is locked when its key file is another one, and opens again when the right one is back', async () => {
    const lab = await prepared();
    const right = readFileSync(lab.keyFile);
    const other = createVaultLab();
    await other.open().write(place, 'other');
    writeFileSync(lab.keyFile, readFileSync(path.join(other.directory, 'vault.key')));
    await expect(lab.open().read(place)).rejects.toMatchObject({ code: 'VAULT_LOCKED' });
    writeFileSync(lab.keyFile, right);
    expect(await lab.open().read(place)).toBe('first');
  });
});

describe('an old copy of the whole vault that is put back', () => {
  it('opens, gives nothing that was stored since, and takes it again', async () => {
    const { open, file } = createVaultLab();
    await open().write(place, 'first');
    const copy = readFileSync(file);
    await open().write(otherPlace, 'second');
    await open().removeAll(place.path);
    writeFileSync(file, copy);
    await expect(open().read(otherPlace)).rejects.toMatchObject({ code: 'SECRET_REQUIRED' });
    await open().write(otherPlace, 'second again');
    expect(await open().read(otherPlace)).toBe('second again');
  });

  it('does not open with a key file that was replaced since, nor in a program that knows the new data key', async () => {
    const { open, file, keyFile } = createVaultLab();
    const vault = open();
    await vault.write(place, 'first');
    const copy = readFileSync(file);
    await vault.createRecoveryKey();
    await vault.removeSlot((await vault.protection()).slots[0]?.id ?? '');
    await vault.addKeyFile();
    await vault.rotateDataKey(null);
    expect(await vault.read(place)).toBe('first');
    writeFileSync(file, copy);
    expect(existsSync(keyFile)).toBe(true);
    for (const program of [vault, open()])
      await expect(program.read(place)).rejects.toMatchObject({ code: 'VAULT_LOCKED' });
  });
});
