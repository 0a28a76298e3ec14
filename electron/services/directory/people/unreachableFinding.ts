import { isFailure } from '../../../contract/failures.ts';
import { type Finding, findingSchema } from '../../../contract/proof/finding.ts';

/** What DIRECTORY_UNREACHABLE says; null: it is another failure. */
export const findingOf = (error: unknown): Finding | null => {
  if (!isFailure(error) || error.code !== 'DIRECTORY_UNREACHABLE') return null;
  const { data } = error;
  const finding = typeof data === 'object' && data !== null && 'finding' in data ? data.finding : null;
  return findingSchema.safeParse(finding).data ?? null;
};
