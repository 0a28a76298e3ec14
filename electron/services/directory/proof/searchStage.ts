import { anyObject } from '../../../protocols/ldap/ldapFilter.ts';
import type { SearchRequest } from '../../../protocols/ldap/searchRequest.ts';
import type { DirectorySession } from '../reading/directorySession.ts';
import { boundSession } from './boundSession.ts';
import type { RunControllerStage } from './directoryStage.ts';
import { findPerson } from './findPerson.ts';

/** Small, so that a small domain has several pages, too; more than this many objects prove nothing more. */
const pageSize = 5;
const readObjects = 12;

type Counted = { entries: number; references: number };

const count = async (
  session: DirectorySession,
  request: SearchRequest,
  most: number,
  signal: AbortSignal,
): Promise<Counted> => {
  const counted: Counted = { entries: 0, references: 0 };
  for await (const { kind } of session.dialogue.search(request, signal)) {
    if (kind === 'entry') counted.entries += 1;
    else counted.references += 1;
    if (counted.entries >= most) break;
  }
  return counted;
};

/** Searches: one person by name, objects over several pages (RFC 2696), and where the domain refers to others. */
export const runSearch: RunControllerStage = async (work, proof, controller) => {
  const { evidence, signal } = work;
  const session = await boundSession(work, proof, controller);
  const base = session.defaultNamingContext;
  const started = performance.now();
  const person = await findPerson(session, proof.proven, signal);
  evidence.fact('account', person.accountName);
  evidence.fact('searchMs', Math.round(performance.now() - started));
  const everything = { base, scope: 'subtree', filter: anyObject, attributes: ['1.1'], pageSize } as const;
  evidence.fact('entries', (await count(session, everything, readObjects, signal)).entries);
  const heads = { base, scope: 'one', filter: anyObject, attributes: ['1.1'] } as const;
  evidence.fact('references', (await count(session, heads, Infinity, signal)).references);
  evidence.reply({ command: 'SEARCH', code: 0, enhanced: null, text: 'success' });
  return null;
};
