import { anyObject } from './ldapFilter.ts';
import type { LdapDialogue } from './ldapDialogue.ts';
import type { LdapEntry } from './ldapEntry.ts';
import type { LdapControl } from './ldapControl.ts';
import { LdapError } from './ldapError.ts';
import { ldapResultCodes } from './ldapResult.ts';

export type WantedEntry = {
  base: string;
  attributes: readonly string[];
  controls?: readonly LdapControl[];
};

/**
 * Reads one object by its name (a base search); null: there is none, or it may not be seen. Throws as `search` does.
 */
export const readEntry = async (
  dialogue: Pick<LdapDialogue, 'search'>,
  { base, attributes, controls = [] }: WantedEntry,
  signal: AbortSignal,
): Promise<LdapEntry | null> => {
  try {
    let entry: LdapEntry | null = null;
    const found = dialogue.search({ base, scope: 'base', filter: anyObject, attributes, controls }, signal);
    // To the end, which comes at once: who left earlier would have to abandon the search.
    for await (const item of found) if (item.kind === 'entry') entry = item;
    return entry;
  } catch (error) {
    if (error instanceof LdapError && error.resultCode === ldapResultCodes.noSuchObject) return null;
    throw error;
  }
};
