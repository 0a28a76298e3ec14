import type { DirectoryWrite } from '../../../contract/directory/directoryValues.ts';
import { type FieldIssue, fail } from '../../../contract/failures.ts';
import { hiddenCharacters } from '../../../contract/hiddenCharacters.ts';
import { trustIssues } from '../../trust/trustIssues.ts';

/** Nobody signs in without encryption: a man in the middle would say who they are, and what groups they are in. */
const encryptionIssues = ({ isEnabled, encryption }: DirectoryWrite): FieldIssue[] =>
  isEnabled && encryption === 'none'
    ? [{ path: ['encryption'], code: 'signInUnencrypted', parameters: {} }]
    : [];

/**
 * INVALID_INPUT when values that fit the schema still cannot be used: a name in them has characters that nobody sees, their
 * certificate is none, or people sign in unencrypted.
 */
export const checkDirectory = (values: DirectoryWrite): void => {
  const issues = [
    ...hiddenCharacters(values),
    ...trustIssues(values.trust, ['trust']),
    ...encryptionIssues(values),
  ];
  if (issues.length > 0) throw fail('INVALID_INPUT', { issues });
};
