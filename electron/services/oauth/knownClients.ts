import type { SecretPlace } from '../../stores/vault/vault.ts';
import type { TokenClient } from '../../protocols/oauth/tokenClient.ts';
import type { KeptSignIn } from './keptSignIn.ts';
import type { PasswordTurns } from './passwordTurns.ts';
import type { Turns } from '../../protocols/oauth/turns.ts';

/** A client that lives as long as the program, or until too many others were used since. */
export type KnownClient = {
  owner: string;
  tokens: TokenClient;
  kept: KeptSignIn;
  /** Its sign-in is one of a person, and kept. */
  isOfPerson: boolean;
  /** Where its sign-in lies in the vault once `owner` is a saved profile. */
  placeOf: (owner: string) => SecretPlace;
  /** Those who would ask a person. */
  turns: Turns;
  /** Those who would send a password. */
  passwords: PasswordTurns;
};

/** Several per profile: for sending, for its mailbox, and those of its draft. */
export const mostClients = 64;

/** Keeps clients, by owner and by what makes one client another than the next. */
export const createKnownClients = (most = mostClients) => {
  const clients = new Map<string, KnownClient>();
  const keyOf = (owner: string, digest: string): string => `${owner} ${digest}`;

  /** Who is busy stays: a second client beside it would ask a second time. */
  const makeRoom = (): void => {
    for (const [key, { turns, passwords }] of clients) {
      if (clients.size <= most) return;
      if (turns.isIdle() && passwords.isIdle()) clients.delete(key);
    }
  };

  return {
    /** The client that is kept, else the one that `create` makes. */
    find: (owner: string, digest: string, create: () => KnownClient): KnownClient => {
      const key = keyOf(owner, digest);
      const client = clients.get(key) ?? create();
      // The last one that was used is the last one to go.
      clients.delete(key);
      clients.set(key, client);
      makeRoom();
      return client;
    },
    all: (): KnownClient[] => [...clients.values()],
    of: (owner: string): KnownClient[] => [...clients.values()].filter((client) => client.owner === owner),
    /** Takes all clients of an owner out. */
    take: (owner: string): Map<string, KnownClient> => {
      const prefix = keyOf(owner, '');
      const taken = [...clients].filter(([key]) => key.startsWith(prefix));
      for (const [key] of taken) clients.delete(key);
      return new Map(taken.map(([key, client]) => [key.slice(prefix.length), client]));
    },
  };
};
