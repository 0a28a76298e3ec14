import { type DirectoryRefusal, fail } from '../../../contract/failures.ts';
import type { DirectoryObstacle } from '../connection/directoryObstacle.ts';

/** What a controller says of an account that exists, by the finding of its refusal; all but `lockedOut` only after the right password. */
const refusals: Readonly<Record<string, DirectoryRefusal>> = {
  directoryPasswordExpired: 'passwordExpired',
  directoryPasswordMustChange: 'mustChangePassword',
  directoryAccountDisabled: 'disabled',
  directoryAccountExpired: 'accountExpired',
  directoryAccountLocked: 'lockedOut',
  directorySignInHours: 'logonHours',
  directoryWorkstationRefused: 'workstation',
};

/** Name or password are wrong: which of the two, nobody is told. */
const wrong: ReadonlySet<string> = new Set([
  'directoryUserUnknown',
  'directoryCredentialsWrong',
  'directoryCredentialsRefused',
  'directoryNameInvalid',
]);

/** SIGN_IN_REFUSED, DIRECTORY_SIGN_IN_REFUSED or DIRECTORY_UNREACHABLE, as what kept somebody from signing in. */
export const signInRefusal = (error: DirectoryObstacle): Error => {
  const { code } = error.finding;
  const reason = refusals[code];
  if (reason !== undefined) return fail('DIRECTORY_SIGN_IN_REFUSED', { reason }, error);
  return wrong.has(code)
    ? fail('SIGN_IN_REFUSED', {}, error)
    : fail('DIRECTORY_UNREACHABLE', { finding: error.finding }, error);
};
