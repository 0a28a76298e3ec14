import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readIfPresent } from './readIfPresent.ts';
import { runCommand } from './runCommand.ts';

/** Whether something can be had on this machine; the reason is a sentence for people. */
export type Availability =
  { readonly available: true } | { readonly available: false; readonly reason: string };

const startPolicy = '/usr/sbin/policy-rc.d';
const waitForLock = ['-o', 'DPkg::Lock::Timeout=600'];

/** Why nothing can be installed here, or undefined. */
function obstacle(): string | undefined {
  if (process.platform !== 'linux')
    return `Packages are installed on Debian only; this is ${process.platform}.`;
  const system = readIfPresent(() => readFileSync('/etc/os-release', 'utf8')) ?? '';
  if (!/^ID(_LIKE)?=.*debian/m.test(system))
    return 'Packages are installed on Debian only; this is not Debian.';
  if (process.getuid?.() !== 0)
    return 'Packages are installed by root only, and Postfix and Samba start as nobody else.';
  return undefined;
}

async function missingPackages(packages: readonly string[]): Promise<string[]> {
  const format = '-f=${Package} ${db:Status-Status}\n';
  const list = await runCommand('dpkg-query', ['-W', format]);
  const installed = new Set(list.split('\n'));
  return packages.filter((name) => !installed.has(`${name} installed`));
}

/** dpkg refuses to work without the folders of the administrator's programs, which not every PATH names. */
function quietEnvironment(): NodeJS.ProcessEnv {
  const searchPath = `${process.env['PATH'] ?? ''}:/usr/local/sbin:/usr/sbin:/sbin`;
  return { ...process.env, PATH: searchPath, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
}

async function apt(...parameters: string[]): Promise<void> {
  await runCommand('apt-get', ['-y', '-q', ...waitForLock, ...parameters], { env: quietEnvironment() });
}

/** Installs without starting anything: Debian starts a service after its installation unless this file forbids it. */
async function installWithoutStarting(missing: readonly string[]): Promise<void> {
  const forbid = !existsSync(startPolicy);
  if (forbid) writeFileSync(startPolicy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    await apt('install', '--no-install-recommends', ...missing);
  } finally {
    if (forbid) rmSync(startPolicy);
  }
}

async function install(missing: readonly string[]): Promise<void> {
  try {
    await installWithoutStarting(missing);
  } catch {
    // The package lists are missing or old: fetch them, and try once more.
    await apt('update');
    await installWithoutStarting(missing);
  }
}

/**
 * Makes sure that Debian packages are installed: as root it installs what is missing with apt; nothing is started and
 * nothing outside the packages is changed.
 * @param packages names of Debian packages.
 * @returns available, or the reason why they cannot be had here.
 */
export async function ensureDebianPackages(packages: readonly string[]): Promise<Availability> {
  const reason = obstacle();
  if (reason !== undefined) return { available: false, reason };
  const missing = await missingPackages(packages);
  if (missing.length === 0) return { available: true };
  try {
    await install(missing);
    return { available: true };
  } catch (error) {
    const details = error instanceof Error ? error.message : String(error);
    return { available: false, reason: `The packages ${missing.join(', ')} cannot be installed: ${details}` };
  }
}
