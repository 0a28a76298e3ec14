import type { IncomingHttpHeaders } from 'node:http';
import type { Credentials } from '../callContext.ts';

/** What to answer to whoever is nobody here, where basic authentication is allowed (RFC 7617 2, 2.1). */
export const basicChallenge = 'Basic realm="Relay Console", charset="UTF-8"';

const decode = (base64: string): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.from(base64, 'base64'));

/** Name and password of a request (RFC 7617 2): UTF-8, the name ends at the first colon. Null: there are none. */
export const basicCredentials = ({ authorization = '' }: IncomingHttpHeaders): Credentials | null => {
  const [, encoded] = /^Basic +([A-Za-z0-9+/]+={0,2})$/i.exec(authorization) ?? [];
  const [, name, password] = /^([^:]*):(.*)$/s.exec(encoded ? decode(encoded) : '') ?? [];
  return name && password ? { name, password } : null;
};
