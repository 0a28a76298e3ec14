import path from 'node:path';
import { createGuardedDirectory, type GuardedDirectory } from '../guardedDirectory.ts';
import type { Teardown } from '../teardown.ts';
import { createDirectoryAuthority, type DirectoryAuthority } from './directoryCertificates.ts';
import { type DirectoryDns, startDirectoryDns } from './directoryDns.ts';
import { claimLoopbackNetwork, type LoopbackNetwork } from './loopbackNetwork.ts';

/** What every controller of a lab stands on. */
export type DirectoryFoundation = GuardedDirectory & {
  readonly network: LoopbackNetwork;
  readonly authority: DirectoryAuthority;
  readonly dns: DirectoryDns;
};

/**
 * Makes the folder, the addresses, the DNS server and the authority of a lab.
 * @param teardown takes what undoes it, at once: also what exists already when something later fails.
 */
export async function layDirectoryFoundation(teardown: Teardown): Promise<DirectoryFoundation> {
  const guarded = createGuardedDirectory(teardown);
  const network = await claimLoopbackNetwork();
  teardown.add(network.release);
  const dns = await startDirectoryDns(network.address(1));
  teardown.add(dns.close);
  const authority = await createDirectoryAuthority(path.join(guarded.directory, 'certificates'));
  return { ...guarded, network, authority, dns };
}
