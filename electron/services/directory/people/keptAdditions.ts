import type { UserGrant } from '../../../contract/users/user.ts';

/** What an addition did to one user or group. */
export type KeptChange = {
  userId: string;
  /** After it: another one now means that somebody has changed it since. */
  revision: number;
  /** The roles that it gave. */
  grants: readonly UserGrant[];
  /** Null: it added it. `revision`: before it. */
  wasThere: { isAutoProvisioned: boolean; revision: number } | null;
};

/** A change that was taken back. */
export type UndoneChange = { change: KeptChange; revision: number };

/** The additions that can be undone. */
export type KeptAdditions = {
  keep: (additionId: string, changes: readonly KeptChange[]) => void;
  /** Null: it is not kept any more. */
  find: (additionId: string) => readonly KeptChange[] | null;
  /** Forgets an addition that was undone; each change with the revision that it left. What was before it can be undone next. */
  forget: (additionId: string, undone: readonly UndoneChange[]) => void;
};

const mostKept = 50;

/** The state before what was undone is there again, under another revision. */
const followed = (change: KeptChange, undone: readonly UndoneChange[]): KeptChange => {
  const later = undone.find(
    (one) => one.change.userId === change.userId && one.change.wasThere?.revision === change.revision,
  );
  return later ? { ...change, revision: later.revision } : change;
};

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
    forget: (additionId, undone) => {
      additions.delete(additionId);
      for (const [id, changes] of additions)
        additions.set(
          id,
          changes.map((change) => followed(change, undone)),
        );
    },
  };
};
