import { isFailure } from '../../contract/failures.ts';
import type { ProblemLog } from '../../stores/problemLog.ts';
import type { SecretPlace, Vault } from '../../stores/vault/vault.ts';
import { keptTarget, digestOf, type MeantSignIn } from './clientDigest.ts';
import type { ResolvedClient } from './resolvedClient.ts';
import { readTokenRecord, type TokenRecord, writeTokenRecord } from './tokenRecord.ts';

/** Prefix of every vault record that keeps a sign-in. */
export const allTokenRecords = 'oauth/tokens/';

const ownerRecords = (owner: string): string => `${allTokenRecords}${owner}/`;

const ownerOf = (path: string): string => path.slice(allTokenRecords.length).split('/')[0] ?? '';

export type RecordParts = { vault: Pick<Vault, 'read' | 'write' | 'list' | 'removeAll'>; log: ProblemLog };

/** Where a sign-in is kept: with its owner, and bound to what it is for. */
export const recordPlace = (owner: string, client: ResolvedClient, meant: MeantSignIn): SecretPlace => {
  const target = keptTarget(client, meant);
  return { path: `${ownerRecords(owner)}${digestOf(target)}`, target };
};

/** The sign-ins that each profile uses, by its id; null: nobody can tell now, so that all of them stay. */
export type SignInUses = ReadonlyMap<string, readonly SignInUse[] | null>;
export type SignInUse = MeantSignIn & { client: ResolvedClient };

const isUsed = (path: string, all: SignInUses, inHand: ReadonlySet<string>): boolean => {
  const owner = ownerOf(path);
  const uses = all.get(owner);
  if (uses === undefined) return false;
  return (
    uses === null || inHand.has(path) || uses.some((use) => recordPlace(owner, use.client, use).path === path)
  );
};

/** The sign-ins that the vault keeps. Failures of the vault pass on, but what is damaged counts as none. */
export const createTokenRecords = ({ vault, log }: RecordParts) => {
  const unreadable = (path: string, error: unknown): null => {
    log.error('oauth.recordUnreadable', { id: path, error });
    return null;
  };

  return {
    /** Null: none, or a damaged one. VAULT_LOCKED. */
    read: async (place: SecretPlace): Promise<TokenRecord | null> => {
      try {
        const record = readTokenRecord(await vault.read(place));
        return record ?? unreadable(place.path, null);
      } catch (error) {
        if (isFailure(error) && error.code === 'SECRET_REQUIRED') return null;
        if (isFailure(error) && error.code === 'SECRET_UNREADABLE') return unreadable(place.path, error);
        throw error;
      }
    },
    write: (place: SecretPlace, record: TokenRecord): Promise<void> =>
      vault.write(place, writeTokenRecord(record)),
    remove: ({ path }: SecretPlace): Promise<void> => vault.removeAll(path),
    has: async (owner: string): Promise<boolean> => (await vault.list(ownerRecords(owner))).length > 0,
    removeOwner: (owner: string): Promise<void> => vault.removeAll(ownerRecords(owner)),
    /**
     * Removes what nothing uses any more. The records are listed before their uses: another program writes a record after
     * the settings that have its profile. @param inHand paths of those that somebody may be about to save values for.
     */
    sweep: async (readUses: () => Promise<SignInUses>, inHand: ReadonlySet<string>): Promise<void> => {
      const paths = await vault.list(allTokenRecords);
      const uses = await readUses();
      const unused = paths.filter((path) => !isUsed(path, uses, inHand));
      for (const path of unused) await vault.removeAll(path);
    },
  };
};

export type TokenRecords = ReturnType<typeof createTokenRecords>;
