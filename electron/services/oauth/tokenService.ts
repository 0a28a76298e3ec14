import { createTurns } from '../../concurrency/turns.ts';
import type { Trust } from '../../contract/mail/profile.ts';
import type { TokenPurpose } from '../../contract/oauth/neededScopes.ts';
import { discoverProvider } from '../../protocols/oauth/discoverProvider.ts';
import type { HttpExchange } from '../../protocols/net/httpsExchange.ts';
import type {
  Token,
  TokenClient,
  TokenClientSettings,
  TokenEndpoints,
} from '../../protocols/oauth/tokenClient.ts';
import type { LiveSecrets } from '../../stores/vault/liveSecrets.ts';
import { anyMeant, clientDigest, digestOf, isOfPerson, type MeantSignIn } from './clientDigest.ts';
import { clientNeeds } from './clientNeeds.ts';
import { knownEndpoints } from './clientPlace.ts';
import { createHeldTokens } from './heldTokens.ts';
import { createKeptSignIn } from './keptSignIn.ts';
import { createKnownClients, type KnownClient } from './knownClients.ts';
import { createPasswordTurns } from './passwordTurns.ts';
import type { ResolvedClient } from './resolvedClient.ts';
import { type Attendant, clientProof, type FlowParts } from './tokenFlow.ts';
import { giveToken } from './tokenGiving.ts';
import { isNewOwner } from './tokenOwner.ts';
import {
  createTokenRecords,
  recordPlace,
  type RecordParts,
  type SignInUses,
  type TokenRecords,
} from './tokenRecords.ts';

export type TokenServiceParts = RecordParts &
  FlowParts & {
    createClient: (settings: TokenClientSettings) => TokenClient;
    /** How providers are reached by who trusts these certificates. */
    exchangeOf: (trust: Trust) => HttpExchange;
    /** ms since 1970 UTC. */
    now: () => number;
    secrets: LiveSecrets;
  };

/** Which application asks, and which certificates it trusts. */
export type TokenAsker = { client: ResolvedClient; trust: Trust };

/** What makes the tokens of some values others than those of the next. */
export type SignedIn = TokenAsker & MeantSignIn;

export type TokenRequest = SignedIn & {
  /** See `tokenOwner`. */
  owner: string;
  /** All that the one token is for. */
  purposes: readonly TokenPurpose[];
  /** What `findEndpoints` gave; null: it is asked. */
  endpoints: TokenEndpoints | null;
  /** Who may be asked to sign in; null: nobody is there. */
  attendant: Attendant | null;
  /** Asks the provider even where a token is kept. */
  force: boolean;
  signal: AbortSignal;
};

/** A token, and who gave it. */
export type GivenToken = Token & { endpoints: TokenEndpoints };

const secretsOf = ({ proof, grant }: ResolvedClient): string[] => [
  ...(proof.kind === 'none' ? [] : [proof.secret]),
  ...(grant.flow === 'ropc' ? [grant.password] : []),
];

/** What the token is for tells sign-ins of people apart; whoever has a secret or password may use it for anything. */
const valuesOf = ({ client, trust, loginHint, destination }: SignedIn): string =>
  JSON.stringify([
    clientDigest(client, isOfPerson(client.grant.flow) ? { loginHint, destination } : anyMeant),
    trust,
  ]);

/** Where tokens come from, and the clients that get them there. */
const createClients = (parts: TokenServiceParts, records: TokenRecords) => {
  const { createClient, exchangeOf, now } = parts;
  const clients = createKnownClients();

  const findEndpoints = async (
    { client, trust }: TokenAsker,
    signal: AbortSignal,
  ): Promise<TokenEndpoints> => {
    const { place } = client;
    const known = knownEndpoints(place);
    if (known !== null) return known;
    if (place.provider !== 'openid' || place.endpoints.found !== 'discovered')
      throw new Error('Only endpoints that are discovered are not known.');
    const exchange = exchangeOf(trust);
    const found = await discoverProvider(place.endpoints.issuer, { exchange, now, signal });
    return { ...found, authorizationParameters: {} };
  };

  const create = (
    { owner, client, trust, loginHint, destination }: TokenRequest,
    endpoints: TokenEndpoints,
  ): KnownClient => {
    const placeOf = (saved: string) => recordPlace(saved, client, { loginHint, destination });
    const isKept = isOfPerson(client.grant.flow) && !isNewOwner(owner);
    const kept = createKeptSignIn({ ...parts, records }, isKept ? placeOf(owner) : null);
    const tokens = createClient({
      ...{ endpoints, clientId: client.clientId, proof: clientProof(client) },
      ...{ exchange: exchangeOf(trust), cache: kept, now },
    });
    return {
      ...{ tokens, kept, placeOf },
      ...{ isOfPerson: isOfPerson(client.grant.flow), turns: createTurns() },
      passwords: createPasswordTurns(),
    };
  };

  const use = <Result>(
    request: TokenRequest,
    endpoints: TokenEndpoints,
    work: (known: KnownClient) => Promise<Result>,
  ): Promise<Result> => {
    const { owner, client } = request;
    const values = valuesOf(request);
    const digest = digestOf(JSON.stringify([values, endpoints]));
    const ofPerson = isOfPerson(client.grant.flow);
    return clients.use(
      { owner, digest, values, isOfPerson: ofPerson },
      () => create(request, endpoints),
      work,
    );
  };

  return { clients, findEndpoints, use };
};

/**
 * Gets tokens for profiles, and keeps the sign-ins of people in the vault. Those of a person belong to one
 * owner, whoever else uses the same application. What an application gets by its own secret or by a password is shared by
 * all who have that, and kept in memory only: it can be had anew.
 */
export const createTokenService = (parts: TokenServiceParts) => {
  const { now, secrets } = parts;
  const records = createTokenRecords(parts);
  const { clients, findEndpoints, use } = createClients(parts, records);
  const hold = createHeldTokens(secrets, now);

  return {
    /** Where a provider gives its tokens. Throws as `discoverProvider`. */
    findEndpoints,

    /**
     * Gives a token. Throws SignInAgain, what the client for tokens or `discoverProvider` throws, VAULT_LOCKED, or the
     * signal's reason.
     */
    getToken: async (request: TokenRequest): Promise<GivenToken> => {
      const { client, purposes, signal } = request;
      const releases = secretsOf(client).map((secret) => secrets.register(secret));
      try {
        const endpoints = request.endpoints ?? (await findEndpoints(request, signal));
        const { scopes } = clientNeeds(client, purposes);
        const token = await use(request, endpoints, (known) =>
          giveToken(known, { ...request, endpoints, scopes }, parts),
        );
        hold(token);
        return { ...token, endpoints };
      } finally {
        for (const release of releases) release();
      }
    },

    /** True when somebody has signed in for this owner, as far as is known without asking the provider. */
    hasToken: async (owner: string): Promise<boolean> => {
      if (await records.has(owner)) return true;
      const texts = clients.of(owner).map(({ kept }) => kept.read());
      return (await Promise.all(texts)).some((text) => text !== null);
    },

    /**
     * When the provider last gave something to who signed in, in ms since 1970 UTC: a sign-in that is not used for
     * long ends. Null: nobody has. VAULT_LOCKED.
     */
    lastUsedAt: async (owner: string, client: ResolvedClient, meant: MeantSignIn): Promise<number | null> =>
      (await records.read(recordPlace(owner, client, meant)))?.givenAtMs ?? null,

    /** Forgets all tokens and sign-ins of an owner, also those that are kept, but not what another owner shares. */
    signOut: async (owner: string): Promise<void> => {
      const ended = await Promise.allSettled(clients.take(owner).map(({ tokens }) => tokens.signOut()));
      await records.removeOwner(owner);
      // One that stays keeps no other one from being forgotten.
      for (const end of ended) if (end.status === 'rejected') throw end.reason;
    },

    /** Gives what somebody signed in for before saving to the profile that was saved, and keeps it from now on. */
    adopt: async (fromOwner: string, toOwner: string): Promise<void> => {
      for (const { kept, placeOf } of clients.give(fromOwner, toOwner)) await kept.moveTo(placeOf(toOwner));
    },

    /** Takes from an owner whose values have changed what it has for others than these, so that it shares that no more. */
    keepOnly: (owner: string, kept: readonly SignedIn[]): void =>
      clients.keepOnly(owner, new Set(kept.map(valuesOf))),

    /**
     * Removes the sign-ins that nothing uses, to be called at the start and once a day. Those of clients that live stay:
     * somebody may have made them for values that are not saved yet. @param readUses of all values in the settings.
     */
    sweep: (readUses: () => Promise<SignInUses>): Promise<void> => {
      const inHand = new Set(clients.places().map(({ path }) => path));
      return records.sweep(readUses, inHand);
    },
  };
};

export type TokenService = ReturnType<typeof createTokenService>;
