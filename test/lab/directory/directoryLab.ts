import path from 'node:path';
import { Teardown } from '../teardown.ts';
import type { DirectoryAuthority, DirectoryCertificateName } from './directoryCertificates.ts';
import { type DirectoryChanges, directoryChanges } from './directoryChanges.ts';
import type { DirectoryDns } from './directoryDns.ts';
import { type DirectoryFoundation, layDirectoryFoundation } from './directoryFoundation.ts';
import {
  corpDomain,
  directoryAdministrator,
  directoryGroups,
  directoryUsers,
  type LabDomain,
  partnerDomain,
  partnerUsers,
} from './directoryIdentities.ts';
import { ensureDirectoryServers } from './directoryServers.ts';
import { ensureDomainArchive } from './domainArchive.ts';
import { corpRecipe, type DomainRecipe, largeCorpRecipe, partnerRecipe } from './domainRecipe.ts';
import { writeKerberosConfiguration } from './kerberosClient.ts';
import { type SambaController, startSambaController } from './sambaController.ts';

/** What a directory lab is to have. */
export type DirectoryLabOptions = {
  /** 12,000 users more. */
  readonly large?: boolean;
  /** A second controller of the same domain: dc2. */
  readonly secondController?: boolean;
  /** The second forest with a controller of its own; without it, the trust is there and leads nowhere. */
  readonly partner?: boolean;
  /** What the controllers show; `good` when left out. */
  readonly certificate?: DirectoryCertificateName;
  /** How far the clocks of the controllers are ahead; negative when behind. */
  readonly clockAheadSeconds?: number;
};

/** The second forest. */
export type PartnerForest = {
  readonly domain: LabDomain;
  readonly controller: SambaController;
  readonly users: typeof partnerUsers;
};

/** Running domain controllers of Active Directory on loopback, for one test file or one benchmark. */
export type DirectoryLab = {
  /** DNS name of the domain: `corp.example.test`. */
  readonly domain: string;
  readonly netbiosName: string;
  /** Distinguished name of its root. */
  readonly root: string;
  /** The controllers, in the order in which DNS names them; ports are the usual ones. */
  readonly controllers: readonly [SambaController, ...SambaController[]];
  readonly partner: PartnerForest | undefined;
  /** Knows the controllers: `dnsServers: [lab.dns.address]`. */
  readonly dns: DirectoryDns;
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
  /** A loopback address of this lab on which nothing listens. @param host 100 to 199. */
  unusedAddress(host: number): string;
  /** Exports the keys of an account of the domain. @returns path of the keytab, for KRB5_CLIENT_KTNAME. */
  keytab(account: string): Promise<string>;
  /** Ends all servers and removes the folder. */
  stop(): Promise<void>;
};

/** Starts the controller `dcN` of a domain at an address of the lab that ends in `host`. */
type StartController = (recipe: DomainRecipe, hostLabel: string, host: number) => Promise<SambaController>;

function controllerStarter(
  { directory, network, keeper, authority }: DirectoryFoundation,
  { certificate = 'good', clockAheadSeconds = 0 }: DirectoryLabOptions,
  teardown: Teardown,
): StartController {
  return async (recipe, hostLabel, host) => {
    const controller = await startSambaController({
      ...{ domain: recipe.domain, hostLabel, address: network.address(host) },
      home: path.join(directory, recipe.domain.netbiosName, hostLabel),
      archive: await ensureDomainArchive(recipe),
      ...{ keeper, authority, certificate, clockAheadSeconds },
    });
    teardown.add(controller.stop);
    return controller;
  };
}

async function startServers(
  foundation: DirectoryFoundation,
  options: DirectoryLabOptions,
  teardown: Teardown,
): Promise<DirectoryLab> {
  const { directory, network, authority, dns } = foundation;
  const start = controllerStarter(foundation, options, teardown);
  const recipe = options.large ? largeCorpRecipe() : corpRecipe;
  const first = await start(recipe, 'dc1', 11);
  const others = options.secondController ? [await start(recipe, 'dc2', 12)] : [];
  const controllers = [first, ...others] as const;
  dns.announce(corpDomain.name, controllers);
  const partner = options.partner ? await start(partnerRecipe, 'dc1', 21) : undefined;
  if (partner) dns.announce(partnerDomain.name, [partner]);
  const realms = [
    { domain: corpDomain, address: first.address },
    ...(partner ? [{ domain: partnerDomain, address: partner.address }] : []),
  ];
  return {
    domain: corpDomain.name,
    netbiosName: corpDomain.netbiosName,
    root: corpDomain.root,
    controllers,
    partner: partner && { domain: partnerDomain, controller: partner, users: partnerUsers },
    dns,
    authority: { pem: authority.pem, path: authority.path },
    administrator: directoryAdministrator,
    users: directoryUsers,
    groups: directoryGroups,
    changes: directoryChanges(
      controllers.map(({ home }) => home),
      corpDomain,
    ),
    kerberosConfiguration: writeKerberosConfiguration(directory, realms),
    directory,
    unusedAddress: network.address,
    keytab: first.keytab,
    stop: () => teardown.run(),
  };
}

/**
 * Starts a domain controller with the lab's users and groups, apart from every other lab on the machine; it takes a
 * second or two, and ten the first time in a week (`large`: half a minute).
 * @throws Error with the reason when Samba cannot run here (ask `ensureDirectoryServers` first to skip a test), or with
 * Samba's own words when it does not start; nothing is left behind then.
 */
export async function startDirectoryLab(options: DirectoryLabOptions = {}): Promise<DirectoryLab> {
  const availability = await ensureDirectoryServers();
  if (!availability.available) throw new Error(availability.reason);
  const teardown = new Teardown();
  try {
    return await startServers(await layDirectoryFoundation(teardown), options, teardown);
  } catch (error) {
    await teardown.run();
    throw error;
  }
}
