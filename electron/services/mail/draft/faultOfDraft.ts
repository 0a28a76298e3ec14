import { fail, failures, type FieldIssue, isFailure } from '../../../contract/failures.ts';

type Path = FieldIssue['path'];

/** A failure whose fields are named by their paths in the draft file; anything else as it is. `pathOf`: of a path in the values. */
export const faultOfDraft = (error: unknown, pathOf: (path: Path) => Path): unknown => {
  if (!isFailure(error)) return error;
  if (error.code === 'INVALID_INPUT') {
    const { issues } = failures.INVALID_INPUT.data.parse(error.data);
    return fail('INVALID_INPUT', { issues: issues.map((issue) => ({ ...issue, path: pathOf(issue.path) })) });
  }
  if (error.code !== 'SECRET_REQUIRED') return error;
  const { path } = failures.SECRET_REQUIRED.data.parse(error.data);
  return fail('SECRET_REQUIRED', { path: pathOf(path).map(String) });
};
