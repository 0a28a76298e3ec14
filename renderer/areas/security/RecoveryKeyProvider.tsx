import { lazy, type ReactNode, Suspense, useState } from 'react';
import { RecoveryKeyContext } from './recoveryKeyContext.ts';

const RecoveryKeyDialog = lazy(async () => ({
  default: (await import('./RecoveryKeyDialog.tsx')).RecoveryKeyDialog,
}));

/** Shows new recovery keys above whatever made them. */
export const RecoveryKeyProvider = ({ children }: { children: ReactNode }) => {
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  return (
    <RecoveryKeyContext value={setRecoveryKey}>
      {children}
      {recoveryKey !== null && (
        <Suspense>
          <RecoveryKeyDialog recoveryKey={recoveryKey} onClose={() => setRecoveryKey(null)} />
        </Suspense>
      )}
    </RecoveryKeyContext>
  );
};
