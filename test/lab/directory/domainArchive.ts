import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readIfPresent } from '../readIfPresent.ts';
import { runCommand } from '../runCommand.ts';
import { type DomainRecipe, fingerprint } from './domainRecipe.ts';
import { provisionDomain } from './provisionDomain.ts';

// Passwords expire after 42 days.
const longestAgeMs = 7 * 86_400_000;

function cacheFolder(): string {
  const cache = process.env['XDG_CACHE_HOME'] ?? path.join(os.homedir(), '.cache');
  const folder = path.join(cache, 'relay-console-lab');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

function isFresh(file: string): boolean {
  const changedAt = readIfPresent(() => statSync(file).mtimeMs);
  return changedAt !== undefined && Date.now() - changedAt < longestAgeMs;
}

function removeOldArchives(folder: string): void {
  const files = readdirSync(folder).map((name) => path.join(folder, name));
  for (const file of files.filter((each) => !isFresh(each))) rmSync(file, { recursive: true, force: true });
}

/** Several test processes may make the same archive at once: each in a folder of its own, and the last one stays. */
async function makeArchive(folder: string, archive: string, recipe: DomainRecipe): Promise<void> {
  const draft = mkdtempSync(path.join(folder, 'draft-'));
  try {
    const home = path.join(draft, 'home');
    await provisionDomain(home, recipe);
    const packed = path.join(draft, 'packed.tar.gz');
    const leftOut = ['--exclude=msg.*', '--exclude=./run/*', '--exclude=./log/*'];
    await runCommand('tar', ['-czf', packed, '-C', home, ...leftOut, '.']);
    renameSync(packed, archive);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * Gives the archive of a finished domain: the one in the cache, or a new one where the recipe has changed or a week
 * has gone by.
 * @returns absolute path of a .tar.gz.
 * @throws Error with Samba's own words.
 */
export async function ensureDomainArchive(recipe: DomainRecipe): Promise<string> {
  const folder = cacheFolder();
  const archive = path.join(folder, `${recipe.name}-${await fingerprint(recipe)}.tar.gz`);
  if (!isFresh(archive)) {
    removeOldArchives(folder);
    await makeArchive(folder, archive, recipe);
  }
  return archive;
}
