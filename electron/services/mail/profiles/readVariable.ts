import { fail } from '../../../contract/failures.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Gives a user name or a password back. INVALID_INPUT `controlCharacter` at `path`, when it holds a line end or NUL: it
 * would end the command of SMTP or POP3 that it is sent in, or the field of it (RFC 4616, 2).
 */
export const requireOneLine = (value: string, path: string[]): string => {
  if (!/[\r\n\0]/.test(value)) return value;
  throw fail('INVALID_INPUT', { issues: [{ path, code: 'controlCharacter', parameters: {} }] });
};

/**
 * The value of a variable. INVALID_INPUT at `path`: `environmentMissing` when it is not set in the environment that the
 * program runs in, `controlCharacter` as `requireOneLine` has it.
 */
export const readVariable = (environment: Environment, name: string, path: string[]): string => {
  // `__proto__` and `constructor` are names that every object answers to.
  const value = Object.hasOwn(environment, name) ? environment[name] : undefined;
  if (value) return requireOneLine(value, path);
  throw fail('INVALID_INPUT', { issues: [{ path, code: 'environmentMissing', parameters: { name } }] });
};
