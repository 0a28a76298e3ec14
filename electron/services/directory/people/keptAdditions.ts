import type { UserGrant } from '../../../contract/users/user.ts';

/** What an addition did to one user or group. */
export type KeptChange = {
  userId: string;
  /** After it: another one now means that somebody has changed it since. */
  revision: number;
  /** The roles that it gave. */
  grants: readonly UserGrant[];
  /** Null: it added it. */
  wasThere: { isAutoProvisioned: boolean } | null;
};

/** The additions that can be undone. */
export type KeptAdditions = {
  keep: (additionId: string, changes: readonly KeptChange[]) => void;
  /** Null: it is not kept any more. */
  find: (additionId: string) => readonly KeptChange[] | null;
  forget: (additionId: string) => void;
};

const mostKept = 50;

/** Keeps the last ones, for as long as the program runs. */
export const createKeptAdditions = (): KeptAdditions => {
  const additions = new Map<string, readonly KeptChange[]>();
  return {
    keep: (additionId, changes) => {
      const [oldest] = additions.size < mostKept ? [] : additions.keys();
      if (oldest !== undefined) additions.delete(oldest);
      additions.set(additionId, changes);
    },
    find: (additionId) => additions.get(additionId) ?? null,
    forget: (additionId) => void additions.delete(additionId),
  };
};
