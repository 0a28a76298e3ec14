import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readIfPresent } from './readIfPresent.ts';
import { runCommand } from './runCommand.ts';

/** Whether the real servers can run here; the reason is a sentence for people. */
export type MailServerAvailability =
  { readonly available: true } | { readonly available: false; readonly reason: string };

const packages = [
  'postfix',
  'dovecot-core',
  'dovecot-imapd',
  'dovecot-pop3d',
  'swaks',
  'openssl',
  'libnet-ssleay-perl',
  'libio-socket-ssl-perl',
  'libnet-dns-perl',
  'libauthen-sasl-perl',
] as const;

const startPolicy = '/usr/sbin/policy-rc.d';
const waitForLock = ['-o', 'DPkg::Lock::Timeout=600'];

/** Why the servers can never run here, or undefined. */
function obstacle(): string | undefined {
  if (process.platform !== 'linux')
    return `The real mail servers run on Debian Linux only; this is ${process.platform}.`;
  const system = readIfPresent(() => readFileSync('/etc/os-release', 'utf8')) ?? '';
  if (!/^ID(_LIKE)?=.*debian/m.test(system))
    return 'The real mail servers are installed from Debian packages; this is not Debian.';
  if (process.getuid?.() !== 0) return 'The real mail servers need root: Postfix starts as nobody else.';
  return undefined;
}

async function missingPackages(): Promise<string[]> {
  const format = '-f=${Package} ${db:Status-Status}\n';
  const list = await runCommand('dpkg-query', ['-W', format]);
  const installed = new Set(list.split('\n'));
  return packages.filter((name) => !installed.has(`${name} installed`));
}

function quietEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
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
  const answer = 'postfix postfix/main_mailer_type select No configuration';
  await runCommand('sh', ['-c', `echo '${answer}' | debconf-set-selections`]);
  try {
    await installWithoutStarting(missing);
  } catch {
    // The package lists are missing or old: fetch them, and try once more.
    await apt('update');
    await installWithoutStarting(missing);
  }
}

/**
 * Makes sure that Postfix, Dovecot and swaks are installed: on Debian, as root, it installs what is missing with apt
 * (20 seconds or so); nothing is started and nothing outside the packages is changed.
 * @returns whether the lab can start, or the reason why not.
 */
export async function ensureMailServers(): Promise<MailServerAvailability> {
  const reason = obstacle();
  if (reason !== undefined) return { available: false, reason };
  const missing = await missingPackages();
  if (missing.length === 0) return { available: true };
  try {
    await install(missing);
    return { available: true };
  } catch (error) {
    const details = error instanceof Error ? error.message : String(error);
    return { available: false, reason: `The packages ${missing.join(', ')} cannot be installed: ${details}` };
  }
}
