/** A name as it is compared: without case, outer blanks and the way it was composed. */
export const nameKey = (name: string): string => name.normalize('NFKC').trim().toLowerCase();
