import { makeFinding } from '../../knowledge/makeFinding.ts';
import { DirectoryObstacle } from '../connection/directoryObstacle.ts';

/** Who was refused, and in which trusted domain. `userName` null: the Windows identity. `domain` null: at home. */
export type RefusedReader = { userName: string | null; domain: string | null };

/** Comes with the code of a refused password, and is about no account (Windows, 80090346). */
const aboutNoAccount = 'channelBindingRefused';

/**
 * A refusal, told to people who typed no password: of which account by which controller, and where that is mended. What the
 * controller said of the account stands in it as `reason`, the code of that finding.
 */
export const readerRefusal = (
  { finding, cause }: DirectoryObstacle,
  { userName, domain }: RefusedReader,
): DirectoryObstacle => {
  const { code: reason, parameters, command } = finding;
  if (reason === aboutNoAccount) return new DirectoryObstacle({ ...finding, isPaused: true }, cause);
  const told = makeFinding(domain === null ? 'readerRefused' : 'readerRefusedElsewhere', {
    ...(userName === null ? {} : { userName }),
    ...(domain === null ? {} : { domain }),
    ...{ controller: parameters['controller'] ?? '', reason },
  });
  return new DirectoryObstacle({ ...told, ...(command ? { command } : {}), isPaused: true }, cause);
};
