import type { DirectoryWrite } from '../../../contract/directory/directoryValues.ts';
import { fail } from '../../../contract/failures.ts';
import { trustIssues } from '../../trust/trustIssues.ts';

/** INVALID_INPUT when values that fit the schema still cannot be used: their certificate is none. */
export const checkDirectory = ({ trust }: DirectoryWrite): void => {
  const issues = trustIssues(trust, ['trust']);
  if (issues.length > 0) throw fail('INVALID_INPUT', { issues });
};
