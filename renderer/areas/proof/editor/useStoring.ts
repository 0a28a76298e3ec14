import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';

/** What values are saved by: a proof of exactly them, or without one; as a draft, or in force. */
export type SavedBy = { proofId: string | null; asDraft: boolean };

/** What was saved, and its values as the service gives them back. */
export type Stored<Values, Saved> = { saved: Saved; stored: Values | null };

/** Saves values on top of a revision of the settings. */
type Store<Values, Saved> = (values: Values, by: SavedBy, revision: number) => Promise<Stored<Values, Saved>>;

/** Values that are stored on top of what was seen at `revision`. */
export const useStoring = <Values, Saved>(revision: number, save: Store<Values, Saved>) => {
  const [onTopOf, setOnTopOf] = useState<number | null>(null);
  /** A typed password does not stay in the cache (REQUIREMENTS M09). */
  const saving = useMutation({
    gcTime: 0,
    mutationFn: ({ values, by }: { values: Values; by: SavedBy }) => save(values, by, onTopOf ?? revision),
  });
  return {
    store: async (values: Values, by: SavedBy): Promise<Stored<Values, Saved>> => {
      const stored = await saving.mutateAsync({ values, by });
      setOnTopOf(null);
      /** What was saved, with its password, is not kept beyond this. */
      saving.reset();
      return stored;
    },
    storing: saving.isPending,
    failure: saving.error,
    forgetFailure: saving.reset,
    /** After a conflict: the person's values go on top of what was saved meanwhile. */
    keepMine: (newest: number) => {
      setOnTopOf(newest);
      saving.reset();
    },
  };
};

export type Storing<Values, Saved> = ReturnType<typeof useStoring<Values, Saved>>;
