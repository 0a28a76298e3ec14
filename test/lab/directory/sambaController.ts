import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { LabKeeper } from '../labKeeper.ts';
import { LogFile } from '../logFile.ts';
import { runCommand } from '../runCommand.ts';
import { type ServerProcess, startServerProcess } from '../serverProcess.ts';
import { watchUntil } from '../watchUntil.ts';
import type { DirectoryAuthority, DirectoryCertificateName } from './directoryCertificates.ts';
import { exportKeytab } from './kerberosClient.ts';
import { forgetSharedClock, withShiftedClock } from './shiftedClock.ts';
import { writeSambaConfiguration } from './provisionDomain.ts';
import { sambaConfigurationFile, type SambaLayout, sambaPipeFolder } from './sambaConfiguration.ts';

/** A domain controller to start. */
export type ControllerPlan = SambaLayout & {
  /** The finished domain (`ensureDomainArchive`). */
  readonly archive: string;
  readonly authority: DirectoryAuthority;
  readonly keeper: LabKeeper;
  readonly certificate: DirectoryCertificateName;
  /** How far its clock is ahead; negative when behind. */
  readonly clockAheadSeconds: number;
};

/** A running domain controller; its ports are those of every domain controller: 53, 88, 135, 389, 464, 636, 3268, 3269. */
export type SambaController = {
  /** Host name: `dc1.corp.example.test`. */
  readonly name: string;
  readonly address: string;
  /** Absolute path of everything of this controller. */
  readonly home: string;
  readonly log: LogFile;
  /** Exports the keys of an account of its domain. @returns path of the keytab, for KRB5_CLIENT_KTNAME. */
  keytab(account: string): Promise<string>;
  /** Id of its process, while it runs. */
  processId(): number | undefined;
  /** Freezes it: connections are still taken by the kernel, and nothing is answered. */
  pause(): void;
  resume(): void;
  /** Starts it again, with another certificate when named. */
  restart(certificate?: DirectoryCertificateName): Promise<void>;
  /** Ends it at once, as a power cut does. Calling it again does nothing. */
  stop(): Promise<void>;
};

async function showCertificate(plan: ControllerPlan, kind: DirectoryCertificateName): Promise<void> {
  const { authority, domain, address, hostLabel, home } = plan;
  const name = `${hostLabel}.${domain.name}`;
  const folder = await authority.issue({ name, domain: domain.name, address }, kind);
  for (const file of ['key.pem', 'chain.pem'])
    copyFileSync(path.join(folder, file), path.join(home, 'tls', file));
  copyFileSync(authority.path, path.join(home, 'tls', 'authority.pem'));
}

/** Waits for the endpoint mapper's socket, the last thing that Samba opens; its log has no word for it. */
function untilLastSocket(home: string, signal: AbortSignal): Promise<true> {
  const directory = path.join(home, sambaPipeFolder);
  return watchUntil({
    directory,
    look: () => existsSync(path.join(directory, 'epmapper')) || undefined,
    awaited: 'the sockets of Samba',
    timeoutMs: 20_000,
    signal,
  });
}

function removeEarlierSockets(home: string): void {
  rmSync(path.join(home, 'run', 'samba.pid'), { force: true });
  rmSync(path.join(home, sambaPipeFolder), { recursive: true, force: true });
  mkdirSync(path.join(home, sambaPipeFolder), { mode: 0o700 });
}

async function startSamba(
  { home, keeper, clockAheadSeconds }: ControllerPlan,
  log: LogFile,
): Promise<ServerProcess> {
  removeEarlierSockets(home);
  const configuration = path.join(home, sambaConfigurationFile);
  const samba = ['samba', '-F', '--no-process-group', '-M', 'single', '-s', configuration, '--debug-stdout'];
  const [program = '', ...parameters] = withShiftedClock(samba, clockAheadSeconds);
  const process = await startServerProcess({
    program,
    parameters,
    outputPath: log.path,
    log,
    keeper,
    untilReady: (signal) => untilLastSocket(home, signal),
  });
  forgetSharedClock(process.processId);
  return process;
}

/**
 * Starts a domain controller from an archive: in another folder and at another address than it was made.
 * @throws Error with Samba's own words when it does not start.
 */
export async function startSambaController(plan: ControllerPlan): Promise<SambaController> {
  const { home } = plan;
  mkdirSync(home, { recursive: true });
  await runCommand('tar', ['-xzf', plan.archive, '-C', home]);
  writeSambaConfiguration(plan);
  await showCertificate(plan, plan.certificate);
  const log = new LogFile(path.join(home, 'log', 'samba.log'));
  let running: ServerProcess | undefined = await startSamba(plan, log);
  const signal = (name: NodeJS.Signals): void => {
    if (running !== undefined) process.kill(running.processId, name);
  };
  const stop = async (): Promise<void> => {
    const ending = running;
    running = undefined;
    await ending?.stop();
  };
  return {
    name: `${plan.hostLabel}.${plan.domain.name}`,
    address: plan.address,
    home,
    log,
    keytab: (account) => exportKeytab(home, account),
    processId: () => running?.processId,
    pause: () => {
      signal('SIGSTOP');
    },
    resume: () => {
      signal('SIGCONT');
    },
    restart: async (certificate) => {
      await stop();
      if (certificate !== undefined) await showCertificate(plan, certificate);
      running = await startSamba(plan, log);
    },
    stop,
  };
}
