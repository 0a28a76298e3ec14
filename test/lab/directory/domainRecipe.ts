import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { runCommand } from '../runCommand.ts';
import { corpChanges, corpEntries, crowdEntries } from './directoryContent.ts';
import { corpDomain, directoryAdministrator, type LabDomain } from './directoryIdentities.ts';
import { sambaConfiguration } from './sambaConfiguration.ts';
import { passwordAgeControl, passwordPolicies, policyStates } from './userStates.ts';

/** One run of a tool of ldb-tools on the database of a domain. */
export type DatabaseStep = {
  readonly tool: 'ldbadd' | 'ldbmodify';
  readonly ldif: string;
  /** Parameters of the tool beside the database. */
  readonly parameters?: readonly string[];
};

/** How a domain comes about: an empty one, then its content in this order. */
export type DomainRecipe = {
  /** Names the archive. */
  readonly name: 'corp' | 'corp-large';
  readonly domain: LabDomain;
  readonly steps: readonly DatabaseStep[];
};

const corpSteps: readonly DatabaseStep[] = [
  { tool: 'ldbadd', ldif: corpEntries },
  { tool: 'ldbmodify', ldif: corpChanges },
  { tool: 'ldbadd', ldif: passwordPolicies },
  { tool: 'ldbmodify', ldif: policyStates, parameters: [`--controls=${passwordAgeControl}`] },
];

/** The domain of every lab. */
export const corpRecipe: DomainRecipe = { name: 'corp', domain: corpDomain, steps: corpSteps };

/** The same with the crowd. */
export function largeCorpRecipe(): DomainRecipe {
  return {
    name: 'corp-large',
    domain: corpDomain,
    steps: [...corpSteps, { tool: 'ldbadd', ldif: crowdEntries() }],
  };
}

/**
 * Fingerprint of everything that decides how a domain turns out: the recipe, the code that follows it, and Samba.
 * @returns 16 hexadecimal digits.
 */
export async function fingerprint(recipe: DomainRecipe): Promise<string> {
  const layout = { home: '', address: '', hostLabel: '', domain: recipe.domain };
  const parts = [
    JSON.stringify([recipe, directoryAdministrator, sambaConfiguration(layout)]),
    readFileSync(new URL('provisionDomain.ts', import.meta.url), 'utf8'),
    await runCommand('samba', ['--version']),
  ];
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16);
}
