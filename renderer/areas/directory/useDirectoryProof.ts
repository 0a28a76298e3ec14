import { useState } from 'react';
import type { DirectoryWrite } from '../../../electron/contract/directory/directoryValues.ts';
import { useClient } from '../../shell/ClientContext.ts';
import { useValuesProof } from '../proof/editor/useValuesProof.ts';
import type { LineName } from '../proof/stageState.ts';
import { useRenewDirectory } from './directoryQueries.ts';
import type { DirectorySource } from './directorySource.ts';

/** The proof of the directory: of which values, and with whom people's groups are tried. */
export const useDirectoryProof = ({ isNew, side }: Pick<DirectorySource, 'isNew' | 'side'>) => {
  const { directory } = useClient();
  const renew = useRenewDirectory();
  const proof = useValuesProof<DirectoryWrite>();
  const [testUser, setTestUser] = useState('');

  const start = (values: DirectoryWrite, line: LineName | null) => (signal: AbortSignal) =>
    directory.proveSettings(
      {
        values,
        ...(isNew ? {} : { keepFrom: side }),
        testUser: testUser.trim() || null,
        stages: line && [line.stage],
        controller: line?.controller ?? null,
      },
      { signal },
    );

  return {
    ...proof,
    testUser,
    setTestUser,
    prove: async (values: DirectoryWrite) => {
      const ended = await proof.proveWith(values, start(values, null));
      /** A proof of what is in force is noted with it. */
      if (!isNew) void renew();
      return ended;
    },
    /** Runs one line of the proof shown again. */
    proveLine: (values: DirectoryWrite, line: LineName) => proof.again(line, start(values, line)),
  };
};

export type DirectoryProof = ReturnType<typeof useDirectoryProof>;
