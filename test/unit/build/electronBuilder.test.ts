import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../rules/sourceFiles.ts';

const configuration = path.join(projectRoot, 'build/electron-builder.yml');

/** Fuses as the security checklist wants them; the one that is left out stays as Electron has it: on. */
const hardened = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
};

/** Runs electron-builder up to the point where it looks for Electron, which is after it has checked its settings. */
const checkWith = (...more: string[]): string => {
  const program = path.join(projectRoot, 'node_modules/electron-builder/cli.js');
  const args = [program, '--config', configuration, '--linux', 'dir', '-c.electronDist=/nowhere', ...more];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: projectRoot, encoding: 'utf8' });
  return stdout + stderr;
};

describe('the packaged program', () => {
  it('has the fuses of the checklist', () => {
    const [, block = ''] =
      /^electronFuses:\n((?: {2}.+\n)+)/m.exec(readFileSync(configuration, 'utf8')) ?? [];
    const fuses = [...block.matchAll(/^ {2}(\w+): (true|false)$/gm)].map(([, name, value]) => [
      name,
      value === 'true',
    ]);
    expect(Object.fromEntries(fuses)).toEqual(hardened);
  });

  it('is described by settings that electron-builder takes', () => {
    expect(checkWith()).not.toMatch(/invalid configuration/i);
    expect(checkWith('-c.noSuchSetting=1')).toMatch(/invalid configuration/i);
  });
});
