import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFakeProtector, createVaultLab, passphrase, place } from './vaultLab.ts';

const keptIn = (directory: string, pattern: RegExp): string[] =>
  readdirSync(directory).filter((name) => pattern.test(name));

const keptVaults = (directory: string): string[] => keptIn(directory, /^vault\.replaced-.*\.json$/);

/** A vault with a secret that only its key file opens. */
const filledLab = async () => {
  const lab = createVaultLab();
  await lab.open().write(place, 'planted');
  return lab;
};

describe('a vault that no slot opens here', () => {
  it('says so, and is not called locked', async () => {
    const { open, keyFile } = await filledLab();
    rmSync(keyFile);
    expect(await open().protection()).toMatchObject({ state: 'noWayIn', secretCount: 1 });
  });

  it('makes room for a new one and is kept as it is', async () => {
    const { open, keyFile, file, directory } = await filledLab();
    rmSync(keyFile);
    const old = readFileSync(file);
    const vault = open();
    await vault.startNewVault();
    expect(await vault.protection()).toMatchObject({ state: 'unlocked', secretCount: 0 });
    expect(keptVaults(directory).map((name) => readFileSync(path.join(directory, name)))).toEqual([old]);
    await vault.write(place, 'typed again');
    expect(await open().read(place)).toBe('typed again');
  });

  it('makes room also when it is another account that protected it', async () => {
    const { open } = createVaultLab();
    await open(createFakeProtector('OLD\\anna')).write(place, 'planted');
    const protector = createFakeProtector('NEW\\anna');
    expect(await open(protector).protection()).toMatchObject({ state: 'noWayIn' });
    await open(protector).startNewVault();
    expect(await open(protector).protection()).toMatchObject({ state: 'unlocked', secretCount: 0 });
  });

  it('makes room with its damaged key file, which is kept too', async () => {
    const { open, keyFile, directory } = await filledLab();
    writeFileSync(keyFile, 'damaged');
    const vault = open();
    await vault.startNewVault();
    expect(await open().protection()).toMatchObject({ state: 'unlocked' });
    const kept = keptIn(directory, /^vault\.replaced-.*\.key$/);
    expect(kept.map((name) => readFileSync(path.join(directory, name), 'utf8'))).toEqual(['damaged']);
  });
});

describe('a new vault is started', () => {
  it('beside a damaged one, which nothing else writes to', async () => {
    const { open, file, directory } = await filledLab();
    writeFileSync(file, readFileSync(file).subarray(0, 100));
    const vault = open();
    await expect(vault.write(place, 'typed again')).rejects.toMatchObject({ code: 'SECRET_UNREADABLE' });
    await vault.startNewVault();
    await vault.write(place, 'typed again');
    expect(await vault.read(place)).toBe('typed again');
    expect(keptVaults(directory).map((name) => readFileSync(path.join(directory, name)).length)).toEqual([
      100,
    ]);
  });

  it('instead of one whose passphrase nobody knows any more', async () => {
    const { open, keyFile } = await filledLab();
    await open().addPassphrase(passphrase);
    rmSync(keyFile);
    const vault = open();
    expect((await vault.protection()).state).toBe('locked');
    await vault.startNewVault();
    expect(await open().protection()).toMatchObject({ state: 'unlocked', secretCount: 0 });
  });

  it('never in the place of one that opens', async () => {
    const { open, directory } = await filledLab();
    await open().startNewVault();
    expect(await open().read(place)).toBe('planted');
    expect(keptVaults(directory)).toEqual([]);
  });

  it('not before there is any', async () => {
    const { open } = createVaultLab();
    await open().startNewVault();
    expect((await open().protection()).state).toBe('notCreated');
  });
});
