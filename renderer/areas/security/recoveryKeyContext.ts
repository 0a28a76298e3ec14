import { createContext, useContext } from 'react';

/** Shows a new recovery key, outside of what making it takes off the page. */
export const RecoveryKeyContext = createContext<(recoveryKey: string) => void>(() => undefined);

/** Gives what shows a new recovery key to the person, once. */
export const useShowRecoveryKey = (): ((recoveryKey: string) => void) => useContext(RecoveryKeyContext);
