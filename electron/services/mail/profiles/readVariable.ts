import { fail } from '../../../contract/failures.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The value of a variable. INVALID_INPUT `environmentMissing` at `path`, when it is not set in the environment that the
 * program runs in.
 */
export const readVariable = (environment: Environment, name: string, path: string[]): string => {
  const value = environment[name];
  if (value) return value;
  throw fail('INVALID_INPUT', { issues: [{ path, code: 'environmentMissing', parameters: { name } }] });
};
