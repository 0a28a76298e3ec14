import { randomUUID } from 'node:crypto';
import { exchangeAlone } from './exchange.ts';
import type { LdapConnection } from './ldapConnection.ts';
import { LdapError } from './ldapError.ts';
import { simpleBindRequest, saslBindRequest } from './ldapRequest.ts';
import { type LdapResult, ldapResultCodes } from './ldapResult.ts';

/** What a step of a SASL bind came to. */
export type SaslAnswer = {
  /** Its code is 0 (success) or 14 (saslBindInProgress: another step is due). */
  result: LdapResult;
  serverToken: Buffer | null;
};

type Credentials = { name: string; password: string };

const bindWith = async (
  connection: LdapConnection,
  { name, password }: Credentials,
  signal: AbortSignal,
): Promise<LdapResult> => {
  const write = simpleBindRequest(name, password);
  return (await exchangeAlone(connection, { write, kind: 'bindResponse' }, signal)).result;
};

export const bindSimple = async (
  connection: LdapConnection,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<void> => {
  if (credentials.name === '' || credentials.password === '')
    throw new Error('A bind without name or password is an anonymous one, whatever the server answers.');
  if (!connection.isEncrypted) throw new Error('No password is sent without TLS.');
  const result = await bindWith(connection, credentials, signal);
  if (result.resultCode !== ldapResultCodes.success) throw new LdapError(result);
};

/** A name that nobody has, in a domain that nobody can have (RFC 2606, 2): no account is locked by it. */
export const probeSimpleBind = (connection: LdapConnection, signal: AbortSignal): Promise<LdapResult> =>
  bindWith(connection, { name: `${randomUUID()}@nobody.invalid`, password: randomUUID() }, signal);

export const bindSasl = async (
  connection: LdapConnection,
  { mechanism, token }: { mechanism: string; token: Buffer | null },
  signal: AbortSignal,
): Promise<SaslAnswer> => {
  const write = saslBindRequest(mechanism, token);
  const { result, serverToken } = await exchangeAlone(connection, { write, kind: 'bindResponse' }, signal);
  const { success, saslBindInProgress } = ldapResultCodes;
  if (result.resultCode !== success && result.resultCode !== saslBindInProgress) throw new LdapError(result);
  return { result, serverToken };
};
