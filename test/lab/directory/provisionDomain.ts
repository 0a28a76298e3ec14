import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../runCommand.ts';
import { directoryAdministrator } from './directoryIdentities.ts';
import type { DomainRecipe } from './domainRecipe.ts';
import {
  sambaConfiguration,
  sambaConfigurationFile,
  sambaFolders,
  type SambaLayout,
} from './sambaConfiguration.ts';
import { changeDatabase } from './sambaDatabase.ts';

/** Writes smb.conf for a folder and an address, and the folders that Samba wants to find. */
export function writeSambaConfiguration(layout: SambaLayout): void {
  for (const folder of sambaFolders) mkdirSync(path.join(layout.home, folder), { recursive: true });
  writeFileSync(path.join(layout.home, sambaConfigurationFile), sambaConfiguration(layout));
}

async function provision({ home, address, hostLabel, domain }: SambaLayout): Promise<void> {
  await runCommand('samba-tool', [
    ...['domain', 'provision', '--server-role=dc', '--dns-backend=SAMBA_INTERNAL', '--quiet'],
    ...[`--configfile=${path.join(home, sambaConfigurationFile)}`, `--targetdir=${home}`],
    ...[`--realm=${domain.name.toUpperCase()}`, `--domain=${domain.netbiosName}`],
    `--domain-sid=${domain.sid}`,
    ...[`--host-name=${hostLabel}`, `--host-ip=${address}`],
    `--adminpass=${directoryAdministrator.password}`,
  ]);
}

/**
 * Makes a domain with its content; nothing is started.
 * @param home absolute path of the folder to fill.
 * @throws Error with Samba's own words.
 */
export async function provisionDomain(home: string, recipe: DomainRecipe): Promise<void> {
  // Any address will do: a controller gets another one when it is unpacked.
  const layout = { home, address: '127.0.0.10', hostLabel: 'dc1', domain: recipe.domain };
  writeSambaConfiguration(layout);
  await provision(layout);
  for (const step of recipe.steps) await changeDatabase(home, step);
}
