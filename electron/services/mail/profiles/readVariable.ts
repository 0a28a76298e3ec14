import { fail } from '../../../contract/failures.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The value of a variable. INVALID_INPUT `environmentMissing` at `path`, when it is not set in the environment that the
 * program runs in.
 */
export const readVariable = (environment: Environment, name: string, path: string[]): string => {
  // `__proto__` and `constructor` are names that every object answers to.
  const value = Object.hasOwn(environment, name) ? environment[name] : undefined;
  if (value) return value;
  throw fail('INVALID_INPUT', { issues: [{ path, code: 'environmentMissing', parameters: { name } }] });
};
