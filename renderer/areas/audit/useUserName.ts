import { useAuditEntries } from './auditQueries.ts';
import { nothingChosen, toAuditFilter } from './auditFilter.ts';

/** The name by which a user last did something; the beginning of the id while that is not known. */
export const useUserName = (userId: string): string => {
  const { data } = useAuditEntries(toAuditFilter(nothingChosen, userId));
  return data?.pages[0]?.entries[0]?.user ?? userId.slice(0, 8);
};
