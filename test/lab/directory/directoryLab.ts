import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createLabDirectory, removeLabDirectory, sweepStaleLabs } from '../labDirectory.ts';
import { type LabKeeper, startLabKeeper } from '../labKeeper.ts';
import { Teardown } from '../teardown.ts';
import {
  createDirectoryAuthority,
  type DirectoryAuthority,
  type DirectoryCertificateName,
} from './directoryCertificates.ts';
import { type DirectoryChanges, directoryChanges } from './directoryChanges.ts';
import { type DirectoryDns, startDirectoryDns } from './directoryDns.ts';
import {
  corpDomain,
  directoryAdministrator,
  directoryGroups,
  directoryUsers,
} from './directoryIdentities.ts';
import { ensureDirectoryServers } from './directoryServers.ts';
import { ensureDomainArchive } from './domainArchive.ts';
import { corpRecipe, largeCorpRecipe } from './domainRecipe.ts';
import { exportKeytab, writeKerberosConfiguration } from './kerberosClient.ts';
import { claimLoopbackNetwork, type LoopbackNetwork } from './loopbackNetwork.ts';
import { type SambaController, startSambaController } from './sambaController.ts';

/** What a directory lab is to have. */
export type DirectoryLabOptions = {
  /** 12,000 users more. */
  readonly large?: boolean;
  /** What the controller shows; `good` when left out. */
  readonly certificate?: DirectoryCertificateName;
};

/** A running domain controller of Active Directory on loopback, for one test file or one benchmark. */
export type DirectoryLab = {
  /** DNS name of the domain: `corp.example.test`. */
  readonly domain: string;
  readonly netbiosName: string;
  /** Distinguished name of its root. */
  readonly root: string;
  /** The controllers, in the order in which DNS names them; ports are the usual ones. */
  readonly controllers: readonly [SambaController, ...SambaController[]];
  /** Knows the controllers: `dnsServers: [lab.dns.address]`. */
  readonly dns: DirectoryDns;
  /** A loopback address of this lab on which nothing listens. @param host 100 to 199. */
  readonly unusedAddress: (host: number) => string;
  /** The root certificate to trust: PEM text, and the path of its file. */
  readonly authority: Pick<DirectoryAuthority, 'pem' | 'path'>;
  readonly administrator: typeof directoryAdministrator;
  readonly users: typeof directoryUsers;
  readonly groups: typeof directoryGroups;
  /** What an administrator does to the domain while a test runs. */
  readonly changes: DirectoryChanges;
  /** Path of krb5.conf, for the environment variable KRB5_CONFIG. */
  readonly kerberosConfiguration: string;
  /** Folder of everything the lab writes. */
  readonly directory: string;
  /** Exports the keys of an account. @returns path of the keytab, for KRB5_CLIENT_KTNAME. */
  keytab(account: string): Promise<string>;
  /** Ends all servers and removes the folder. */
  stop(): Promise<void>;
};

type Foundation = {
  readonly directory: string;
  readonly keeper: LabKeeper;
  readonly network: LoopbackNetwork;
  readonly authority: DirectoryAuthority;
  readonly dns: DirectoryDns;
};

async function layFoundation(teardown: Teardown): Promise<Foundation> {
  sweepStaleLabs();
  const directory = createLabDirectory();
  const keeper = startLabKeeper(directory);
  teardown.add(async () => {
    removeLabDirectory(directory);
    await keeper.dismiss();
  });
  mkdirSync(path.join(directory, 'corp'));
  const network = await claimLoopbackNetwork();
  teardown.add(network.release);
  const dns = await startDirectoryDns(network.address(1));
  teardown.add(dns.close);
  const authority = await createDirectoryAuthority(path.join(directory, 'certificates'));
  return { directory, keeper, network, authority, dns };
}

async function startServers(
  { directory, keeper, network, authority, dns }: Foundation,
  { large = false, certificate = 'good' }: DirectoryLabOptions,
  teardown: Teardown,
): Promise<DirectoryLab> {
  const controller = await startSambaController({
    ...{ hostLabel: 'dc1', domain: corpDomain, address: network.address(11) },
    ...{ home: path.join(directory, 'corp', 'dc1'), keeper, authority, certificate },
    archive: await ensureDomainArchive(large ? largeCorpRecipe() : corpRecipe),
  });
  teardown.add(controller.stop);
  dns.announce(corpDomain.name, [controller]);
  return {
    domain: corpDomain.name,
    netbiosName: corpDomain.netbiosName,
    root: corpDomain.root,
    controllers: [controller],
    dns,
    unusedAddress: (host) => network.address(host),
    authority: { pem: authority.pem, path: authority.path },
    administrator: directoryAdministrator,
    users: directoryUsers,
    groups: directoryGroups,
    changes: directoryChanges(controller.home),
    kerberosConfiguration: writeKerberosConfiguration(directory, [
      { domain: corpDomain, address: controller.address },
    ]),
    directory,
    keytab: (account) => exportKeytab(controller.home, account),
    stop: () => teardown.run(),
  };
}

/**
 * Starts a domain controller with the lab's users and groups, apart from every other lab on the machine; it takes a
 * second or two, and the first one of a week half a minute.
 * @throws Error with the reason when Samba cannot run here (ask `ensureDirectoryServers` first to skip a test), or with
 * Samba's own words when it does not start; nothing is left behind then.
 */
export async function startDirectoryLab(options: DirectoryLabOptions = {}): Promise<DirectoryLab> {
  const availability = await ensureDirectoryServers();
  if (!availability.available) throw new Error(availability.reason);
  const teardown = new Teardown();
  try {
    return await startServers(await layFoundation(teardown), options, teardown);
  } catch (error) {
    await teardown.run();
    throw error;
  }
}
