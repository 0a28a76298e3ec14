import { TimeLimitError } from '../../../concurrency/timeLimitError.ts';
import { fail } from '../../../contract/failures.ts';
import { LdapDisconnection, LdapError } from '../../../protocols/ldap/ldapError.ts';
import { LdapProtocolError } from '../../../protocols/ldap/ldapProtocolError.ts';
import { ConnectionError } from '../../../protocols/net/connectionError.ts';
import { StageFailure } from '../../proof/stage.ts';
import { systemCodeOf } from '../../proof/systemError.ts';
import { explainDirectoryError } from '../connection/explainDirectoryError.ts';
import { DirectoryObstacle } from '../connection/directoryObstacle.ts';
import { silentWork } from '../connection/silentWork.ts';

/** busy and unavailable (RFC 4511, appendix A.2): this controller cannot now, another one may. */
const passingCodes: readonly number[] = [51, 52];

/**
 * True when the connection or the controller was lost, so that another one may answer. What took too long would do so elsewhere,
 * too, and what nobody foresaw is a mistake of ours.
 */
export const isLost = (error: unknown): boolean => {
  if (error instanceof LdapError)
    return error instanceof LdapDisconnection || passingCodes.includes(error.resultCode);
  if (error instanceof TimeLimitError) return false;
  return (
    error instanceof ConnectionError || error instanceof LdapProtocolError || systemCodeOf(error) !== null
  );
};

/** DIRECTORY_UNREACHABLE, with the finding that a proof would show for this error. */
export const unreachable = (
  error: unknown,
  controller: string,
  report: (error: unknown) => void,
): ReturnType<typeof fail<'DIRECTORY_UNREACHABLE'>> => {
  if (error instanceof DirectoryObstacle || error instanceof StageFailure)
    return fail('DIRECTORY_UNREACHABLE', { finding: error.finding }, error);
  const { evidence } = silentWork(new AbortController().signal);
  const standing = {
    stage: 'search',
    isLdaps: true,
    isConnected: true,
    parameters: { host: controller, controller },
  } as const;
  const finding = explainDirectoryError(error, standing, { evidence, report });
  return fail('DIRECTORY_UNREACHABLE', { finding }, error);
};
