import { useSession } from '../../shell/useSession.ts';

/** False for the person who started the program, before there is an administrator: nobody to note for what was read. */
export const useIsReader = (): boolean => (useSession().data?.userId ?? null) !== null;
