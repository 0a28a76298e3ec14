import { LdapError } from '../../../protocols/ldap/ldapError.ts';
import { ldapResultCodes } from '../../../protocols/ldap/ldapResult.ts';
import { anyObject } from '../../../protocols/ldap/ldapFilter.ts';
import type { SearchRequest } from '../../../protocols/ldap/searchRequest.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import type { DirectorySession } from '../reading/directorySession.ts';
import { boundSession } from './boundSession.ts';
import type { RunControllerStage } from './directoryStage.ts';
import { findPerson } from './findPerson.ts';

/** Small, so that the objects right below the head of any domain fill several pages. */
const pageSize = 5;
/** More than that prove nothing more. */
const readObjects = 100;

type Counted = { entries: number; references: number };

const count = async (
  session: DirectorySession,
  request: SearchRequest,
  signal: AbortSignal,
): Promise<Counted> => {
  const counted: Counted = { entries: 0, references: 0 };
  for await (const { kind } of session.dialogue.search(request, signal)) {
    if (kind === 'entry') counted.entries += 1;
    else counted.references += 1;
    if (counted.entries >= readObjects) break;
  }
  return counted;
};

/** The server stops where it was told to (RFC 4511, 4.5.1.4): the search of the people's page relies on that. */
const keepsSizeLimit = async (
  session: DirectorySession,
  request: Omit<SearchRequest, 'pageSize'>,
  signal: AbortSignal,
): Promise<boolean> => {
  try {
    const { entries } = await count(session, { ...request, sizeLimit: 1 }, signal);
    return entries <= 1;
  } catch (error) {
    if (error instanceof LdapError && error.resultCode === ldapResultCodes.sizeLimitExceeded) return true;
    throw error;
  }
};

/**
 * Searches: one person by name, and what stands right below the head of the domain, in pages (RFC 2696) and with its references
 * to other parts, and once with a limit that ends it. The whole domain would prove no more, and costs a server that prepares its pages first a second or two.
 */
export const runSearch: RunControllerStage = async (work, proof, controller) => {
  const { evidence, signal } = work;
  const session = await boundSession(work, proof, controller);
  const started = performance.now();
  const person = await findPerson(session, proof.proven, signal);
  evidence.fact('account', person.accountName);
  evidence.fact('searchMs', Math.round(performance.now() - started));
  const base = session.defaultNamingContext;
  const heads = { base, scope: 'one', filter: anyObject, attributes: ['1.1'] } as const;
  const { entries, references } = await count(session, { ...heads, pageSize }, signal);
  evidence.fact('entries', entries);
  evidence.fact('references', references);
  const isLimitKept = await keepsSizeLimit(session, heads, signal);
  evidence.fact('sizeLimitKept', isLimitKept);
  evidence.reply({ command: 'SEARCH', code: 0, enhanced: null, text: 'success' });
  return isLimitKept ? null : makeFinding('searchSizeLimitIgnored', {});
};
