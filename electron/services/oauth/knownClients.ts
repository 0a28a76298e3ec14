import type { Turns } from '../../concurrency/turns.ts';
import type { SecretPlace } from '../../stores/vault/vault.ts';
import type { TokenClient } from '../../protocols/oauth/tokenClient.ts';
import type { KeptSignIn } from './keptSignIn.ts';
import type { PasswordTurns } from './passwordTurns.ts';

/** A client that lives as long as the program, or until too many others were used since. */
export type KnownClient = {
  tokens: TokenClient;
  kept: KeptSignIn;
  /** Its sign-in is one of a person: it has one owner, and is kept. */
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

/** Who uses a client; `digest`: what makes it another than the next; `values`: what of that the owner's values say. */
type ClientUse = { owner: string; digest: string; values: string; isOfPerson: boolean };

type Entry = Pick<ClientUse, 'digest' | 'values'> & {
  client: KnownClient;
  owners: Set<string>;
  uses: { count: number };
};

/** Who has the same secret or password gets the same client; that of a person is of one owner alone. */
const keyOf = ({ owner, digest, isOfPerson }: Omit<ClientUse, 'values'>): string =>
  `${isOfPerson ? owner : ''} ${digest}`;

const createEntries = (most: number) => {
  const entries = new Map<string, Entry>();

  const entriesOf = (owner: string): [string, Entry][] =>
    [...entries].filter(([, { owners }]) => owners.has(owner));

  return {
    all: (): Entry[] => [...entries.values()],
    of: (owner: string): Entry[] => entriesOf(owner).map(([, entry]) => entry),
    find: (use: ClientUse, create: () => KnownClient, uses = { count: 0 }): Entry => {
      const key = keyOf(use);
      const { digest, values, owner } = use;
      const entry = entries.get(key) ?? { client: create(), digest, values, owners: new Set(), uses };
      entry.owners.add(owner);
      // The last one that was used is the last one to go.
      entries.delete(key);
      entries.set(key, entry);
      return entry;
    },
    /** Takes those that are meant from an owner, and gives those that are nobody's any more. */
    take: (owner: string, isMeant: (entry: Entry) => boolean = () => true): Entry[] =>
      entriesOf(owner).flatMap(([key, entry]) => {
        if (!isMeant(entry)) return [];
        entry.owners.delete(owner);
        if (entry.owners.size > 0) return [];
        entries.delete(key);
        return [entry];
      }),
    /** Who is busy stays: a second client beside it would ask a second time, and nobody could sign it out. */
    makeRoom: (): void => {
      for (const [key, { uses }] of entries) {
        if (entries.size <= most) return;
        if (uses.count === 0) entries.delete(key);
      }
    },
  };
};

/** Keeps clients, by what makes one client another than the next, and by owner where a person signs in. */
export const createKnownClients = (most = mostClients) => {
  const entries = createEntries(most);
  return {
    /** Works with the client that is kept, else with the one that `create` makes. */
    use: async <Result>(
      use: ClientUse,
      create: () => KnownClient,
      work: (client: KnownClient) => Promise<Result>,
    ): Promise<Result> => {
      const { client, uses } = entries.find(use, create);
      uses.count += 1;
      entries.makeRoom();
      try {
        return await work(client);
      } finally {
        uses.count -= 1;
      }
    },
    /** Where the sign-ins of people that clients live for lie in the vault. */
    places: (): SecretPlace[] =>
      entries
        .all()
        .flatMap(({ client, owners }) =>
          client.isOfPerson ? [...owners].map((owner) => client.placeOf(owner)) : [],
        ),
    of: (owner: string): KnownClient[] => entries.of(owner).map(({ client }) => client),
    /** Takes all clients of an owner from it; gives those that nobody else uses. */
    take: (owner: string): KnownClient[] => entries.take(owner).map(({ client }) => client),
    /**
     * Takes from an owner the clients of other values than these. Those that are busy stay, as in `makeRoom`; nobody is
     * signed out: what the vault keeps goes with the sweep.
     */
    keepOnly: (owner: string, kept: ReadonlySet<string>): void => {
      entries.take(owner, ({ values, uses }) => uses.count === 0 && !kept.has(values));
    },
    /** Gives all clients of one owner to another one; gives those of people. */
    give: (from: string, to: string): KnownClient[] => {
      const given = entries.of(from);
      entries.take(from);
      for (const { client, digest, values, uses } of given)
        entries.find({ owner: to, digest, values, isOfPerson: client.isOfPerson }, () => client, uses);
      return given.map(({ client }) => client).filter(({ isOfPerson }) => isOfPerson);
    },
  };
};
