import { useState } from 'react';
import type { ProfileDetails, ProfileWrite } from '../../../electron/contract/mail/profile.ts';
import type { ProfileSource } from './profileSource.ts';
import { useSaveProfile } from './useSaveProfile.ts';

/** Values that are stored on top of `source`, a new profile in `folderId`: proven ones by `proofId`, or a draft when that is null. */
export const useStoreProfile = ({ id, side, details, revision }: ProfileSource, folderId: string | null) => {
  const save = useSaveProfile();
  const [onTopOf, setOnTopOf] = useState<number | null>(null);
  const store = async (values: ProfileWrite, proofId: string | null): Promise<ProfileDetails> => {
    const input = {
      revision: onTopOf ?? revision,
      id,
      values,
      ...(id === null ? { folderId } : { keepFrom: side }),
      proofId,
      asDraft: proofId === null,
    };
    const saved = await save.mutateAsync({ input, seen: details });
    setOnTopOf(null);
    /** What was saved, with its password, is not kept beyond this. */
    save.reset();
    return saved.profile;
  };
  return {
    store,
    storing: save.isPending,
    failure: save.error,
    forgetFailure: save.reset,
    /** After a conflict: the person's values go on top of what was saved meanwhile. */
    keepMine: (newest: number) => {
      setOnTopOf(newest);
      save.reset();
    },
  };
};

export type StoreProfile = ReturnType<typeof useStoreProfile>;
