import { refuseField } from '../../contract/failures.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Gives a user name or a password back. INVALID_INPUT `controlCharacter` at `path`, when it holds a line end or NUL: it
 * would end the command of SMTP or POP3 that it is sent in, or the field of it (RFC 4616, 2).
 */
export const requireOneLine = (value: string, path: string[]): string => {
  if (!/[\r\n\0]/.test(value)) return value;
  throw refuseField(path, 'controlCharacter');
};

/** The program's own: passphrase and password among them. Windows tells no capitals apart. */
const ownName = /^RELAY_CONSOLE_/i;

/**
 * The value of a variable, which may have many lines, as a private key has. INVALID_INPUT at `path`: `ownVariable` for one
 * of the program itself, `environmentMissing` when it is not set in the environment that the program runs in.
 */
export const readVariable = (environment: Environment, name: string, path: string[]): string => {
  if (ownName.test(name)) throw refuseField(path, 'ownVariable', { name });
  // `__proto__` and `constructor` are names that every object answers to.
  const value = Object.hasOwn(environment, name) ? environment[name] : undefined;
  if (value) return value;
  throw refuseField(path, 'environmentMissing', { name });
};
