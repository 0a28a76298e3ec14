import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { runCommand } from '../runCommand.ts';
import {
  corpChanges,
  corpEntries,
  crowdEntries,
  partnerChanges,
  partnerEntries,
} from './directoryContent.ts';
import { corpDomain, directoryAdministrator, type LabDomain, partnerDomain } from './directoryIdentities.ts';
import { forestTrust, trustAccountControl } from './forestTrust.ts';
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
  readonly name: 'corp' | 'corp-large' | 'partner';
  readonly domain: LabDomain;
  readonly steps: readonly DatabaseStep[];
};

/** Many entries in one go: without it, each one takes longer than the one before. */
const inBulk = ['-o', 'batch_mode:1'];

function trustStep(domain: LabDomain, trusted: LabDomain): DatabaseStep {
  const parameters = [`--controls=${trustAccountControl}`];
  return { tool: 'ldbadd', ldif: forestTrust(domain, trusted), parameters };
}

const corpSteps: readonly DatabaseStep[] = [
  { tool: 'ldbadd', ldif: corpEntries, parameters: inBulk },
  { tool: 'ldbmodify', ldif: corpChanges },
  { tool: 'ldbadd', ldif: passwordPolicies },
  { tool: 'ldbmodify', ldif: policyStates, parameters: [`--controls=${passwordAgeControl}`] },
  trustStep(corpDomain, partnerDomain),
];

/** The domain of every lab. */
export const corpRecipe: DomainRecipe = { name: 'corp', domain: corpDomain, steps: corpSteps };

/** The domain of the second forest. */
export const partnerRecipe: DomainRecipe = {
  name: 'partner',
  domain: partnerDomain,
  steps: [
    { tool: 'ldbadd', ldif: partnerEntries },
    { tool: 'ldbmodify', ldif: partnerChanges },
    trustStep(partnerDomain, corpDomain),
  ],
};

/** The same as `corpRecipe` with the crowd. */
export function largeCorpRecipe(): DomainRecipe {
  return {
    name: 'corp-large',
    domain: corpDomain,
    steps: [...corpSteps, { tool: 'ldbadd', ldif: crowdEntries(), parameters: inBulk }],
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
