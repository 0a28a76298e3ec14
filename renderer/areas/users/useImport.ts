import { useMutation } from '@tanstack/react-query';
import { importLimits } from '../../../electron/contract/users/userImport.ts';
import { useClient } from '../../shell/ClientContext.ts';
import { useCommand } from '../../shell/useCommand.ts';
import { fileBase64 } from './fileBase64.ts';

/** The way of a CSV file: read, tried, and brought into force; `onDone` when every row is. */
export const useImport = (onDone: () => void) => {
  const { users } = useClient();
  const trial = useMutation({
    mutationFn: async (file: File) => {
      if (file.size > importLimits.bytes) return null;
      const base64 = await fileBase64(file);
      return { base64, report: await users.previewImport({ base64 }) };
    },
  });
  const applying = useCommand((client, base64: string) => client.users.applyImport({ base64 }));
  const tried = trial.data ?? null;
  const refused = applying.data?.isApplied === false ? applying.data : null;
  const report = refused ?? tried?.report ?? null;
  const isClean = report?.faults.length === 0;
  const rows = report?.rows ?? [];
  return {
    fileName: trial.variables?.name ?? '',
    report,
    /** How many users would be added or changed; 0 while a row has a fault. */
    count: isClean ? rows.filter(({ verdict }) => verdict === 'add' || verdict === 'change').length : 0,
    isBusy: trial.isPending || applying.isPending,
    isTooLarge: trial.data === null,
    error: trial.error ?? applying.error,
    read: (file: File) => {
      applying.reset();
      trial.mutate(file);
    },
    apply: () => {
      if (tried) applying.mutate(tried.base64, { onSuccess: ({ isApplied }) => isApplied && onDone() });
    },
  };
};
