import { asFailure } from '../../texts/asFailure.ts';

type SaveOnTop<Saved> = {
  save: (revision: number) => Promise<Saved>;
  /** Revision of the settings that were seen. */
  revision: number;
  /** Gives the revision to save on now, knowing the `newest`; null when what was seen has been changed. */
  unchangedAt: (newest: number) => Promise<number | null>;
};

/**
 * Saves on top of what was seen. Every save of any setting makes a new revision; only one that changed this very thing is
 * a conflict for the person, so the others are stepped over. Throws CallError.
 */
export const saveOnTopOf = async <Saved>(parts: SaveOnTop<Saved>): Promise<Saved> => {
  const { save, revision, unchangedAt } = parts;
  try {
    return await save(revision);
  } catch (error) {
    const failure = asFailure(error);
    if (failure.code !== 'CONFLICT') throw error;
    const now = await unchangedAt(failure.data.revision);
    if (now === null) throw error;
    return save(now);
  }
};
