import type { DirectoryWrite } from './directoryValues.ts';

type Use = 'isEnabled' | 'membershipCacheHours' | 'search' | 'gainGuard';

/** A directory's values without those that say only how this console uses it: no proof rests on them. */
export const provenValues = <Values extends Pick<DirectoryWrite, Use>>(values: Values): Omit<Values, Use> => {
  const { isEnabled: _, membershipCacheHours: __, search: ___, gainGuard: ____, ...proven } = values;
  return proven;
};
