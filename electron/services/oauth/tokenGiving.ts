import type { Token } from '../../protocols/oauth/tokenClient.ts';
import type { KnownClient } from './knownClients.ts';
import { SignInAgain } from './signInAgain.ts';
import { type Attendant, type FlowParts, type PersonAsked, personFlow } from './tokenFlow.ts';

/** What is asked of one client. */
export type Wanted = Omit<PersonAsked, 'attendant'> & {
  scopes: readonly string[];
  attendant: Attendant | null;
  force: boolean;
};

const renew = ({ tokens }: KnownClient, { scopes, force, signal }: Wanted): Promise<Token | null> =>
  tokens.silent({ scopes, force, signal });

/** What the provider gave to who came before need not be asked for again. */
const byPassword = (
  known: KnownClient,
  wanted: Wanted,
  { userName, password }: { userName: string; password: string },
): Promise<Token> =>
  known.passwords.take(wanted.signal, async (isFresh) => {
    const { scopes, force, signal } = wanted;
    const renewed = await renew(known, isFresh ? { ...wanted, force: false } : wanted);
    if (renewed !== null) return renewed;
    return known.tokens.acquire({ kind: 'ropc', userName, password }, scopes, { force, signal });
  });

const askPerson = async (
  known: KnownClient,
  wanted: Wanted & PersonAsked,
  parts: FlowParts,
): Promise<Token> => {
  const { attendant, scopes, signal } = wanted;
  const mustWait = !known.turns.isIdle();
  attendant.wait(mustWait);
  return known.turns.take(signal, async () => {
    attendant.wait(false);
    // Whoever came before may just have signed in.
    const given = mustWait ? await renew(known, { ...wanted, force: false }) : null;
    if (given !== null) return given;
    const flow = await personFlow(wanted, parts);
    return known.tokens.acquire(flow, scopes, { force: true, signal });
  });
};

const byPerson = async (known: KnownClient, wanted: Wanted, parts: FlowParts): Promise<Token> => {
  const renewed = await renew(known, wanted);
  if (renewed !== null) return renewed;
  const { attendant } = wanted;
  if (attendant === null) throw new SignInAgain(known.tokens.lastRefusal());
  return askPerson(known, { ...wanted, attendant }, parts);
};

/**
 * Gives a token the way the application is set up: a kept or renewed one, by its secret or password, or by a person,
 * who is only asked when there is an attendant. Throws SignInAgain, and what the client for tokens throws.
 */
export const giveToken = async (known: KnownClient, wanted: Wanted, parts: FlowParts): Promise<Token> => {
  const { grant } = wanted.client;
  switch (grant.flow) {
    case 'clientCredentials': {
      const { scopes, force, signal } = wanted;
      return known.tokens.acquire({ kind: 'clientCredentials' }, scopes, { force, signal });
    }
    case 'ropc':
      return byPassword(known, wanted, grant);
    case 'authorizationCode':
    case 'deviceCode':
      return byPerson(known, wanted, parts);
  }
};
