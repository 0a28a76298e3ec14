import { makeFinding } from '../../knowledge/makeFinding.ts';
import { DirectoryObstacle } from '../connection/directoryObstacle.ts';

/** Who was refused, and in which trusted domain. `userName` null: the Windows identity. `domain` null: at home. */
export type RefusedReader = { userName: string | null; domain: string | null };

/** Comes with the code of a refused password, and is about no account (Windows, 80090346). */
const aboutNoAccount = 'channelBindingRefused';

const namesOf = (
  { finding: { code, parameters } }: DirectoryObstacle,
  { userName }: Pick<RefusedReader, 'userName'>,
): Record<string, string> => ({
  ...(userName === null ? {} : { userName }),
  ...{ controller: parameters['controller'] ?? '', reason: code },
});

/** A sign-in of which nobody knows what came of it; `reason` says how it ended. */
export const readerUnanswered = (obstacle: DirectoryObstacle, reader: RefusedReader): DirectoryObstacle =>
  new DirectoryObstacle(makeFinding('readerUnanswered', namesOf(obstacle, reader)), obstacle.cause);

/**
 * A refusal, told to people who typed no password: of which account by which controller, and where that is mended. What the
 * controller said of the account stands in it as `reason`, the code of that finding.
 */
export const readerRefusal = (obstacle: DirectoryObstacle, reader: RefusedReader): DirectoryObstacle => {
  const { finding, cause } = obstacle;
  const { command } = finding;
  const { domain } = reader;
  if (finding.code === aboutNoAccount) return new DirectoryObstacle({ ...finding, isPaused: true }, cause);
  const told = makeFinding(domain === null ? 'readerRefused' : 'readerRefusedElsewhere', {
    ...namesOf(obstacle, reader),
    ...(domain === null ? {} : { domain }),
  });
  return new DirectoryObstacle({ ...told, ...(command ? { command } : {}), isPaused: true }, cause);
};
