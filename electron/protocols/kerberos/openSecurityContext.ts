import { KerberosError, KerberosUnavailable } from './kerberosError.ts';
import { type LoadedKerberos, loadKerberos, type NativeClient } from './loadKerberos.ts';
import { principalName } from './principalName.ts';

/** The initiator's end of a GSSAPI context (RFC 2743), of SSPI on Windows. Every part throws KerberosError. */
export type SecurityContext = {
  /** Takes the acceptor's token, an empty one at first; gives what is to be sent, perhaps nothing. */
  step(token: Buffer): Promise<Buffer>;
  /** The context stands, and the acceptor has proved who it is. */
  readonly isComplete: boolean;
  unwrap(token: Buffer): Promise<Buffer>;
  /** With a checksum, without encryption. */
  wrap(message: Buffer): Promise<Buffer>;
  /** The own principal (`anna@CORP.EXAMPLE.TEST`), once the context stands. */
  readonly userName: string | null;
};

export type SecurityContextRequest = {
  /** Class of the service, as in its principal. */
  service: 'ldap' | 'smtp' | 'imap' | 'pop' | 'HTTP';
  /** DNS name of the host; an address has no principal. */
  host: string;
  /** `service/host` or `service@host`, perhaps with `@REALM`, where it is not that of service and host. */
  servicePrincipal?: string | null;
};

export type KerberosParts = { load?: () => LoadedKerberos; platform?: NodeJS.Platform };

/** The native module throws plain errors whose message is all there is. */
const native = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error) throw new KerberosError(error.message);
    throw error;
  }
};

const decode = (token: string | null): Buffer => Buffer.from(token ?? '', 'base64');

const asContext = (client: NativeClient): SecurityContext => ({
  step: async (token) => decode(await native(() => client.step(token.toString('base64')))),
  unwrap: async (token) => decode(await native(() => client.unwrap(token.toString('base64')))),
  wrap: async (message) =>
    decode(await native(() => client.wrap(message.toString('base64'), { protect: false }))),
  /** On Windows the module calls every context complete from its first step on; the name comes at its end. */
  get isComplete() {
    return client.username !== null;
  },
  get userName() {
    return client.username;
  },
});

/** GSSAPI takes the name of a service on a host, whose realm Kerberos finds by itself; SSPI takes a whole principal. */
const nativeName = (
  { service, host, servicePrincipal }: SecurityContextRequest,
  platform: NodeJS.Platform,
): string => {
  const principal = principalName(servicePrincipal ?? `${service}/${host}`);
  return platform === 'win32' ? principal : principal.replace(/@.*$/s, '').replace('/', '@');
};

/**
 * Begins a context as the user or the service that this program runs as, with the tickets or the keytab of the system:
 * Kerberos itself (not SPNEGO), mutual authentication and sequence, which are the module's own flags. Nothing is sent
 * before the first step. Throws KerberosUnavailable and KerberosError.
 */
export const openSecurityContext = async (
  request: SecurityContextRequest,
  { load = loadKerberos, platform = process.platform }: KerberosParts = {},
): Promise<SecurityContext> => {
  const loaded = load();
  if (!loaded.available) throw new KerberosUnavailable(loaded.reason, loaded.words);
  const { module } = loaded;
  const name = nativeName(request, platform);
  return asContext(await native(() => module.initializeClient(name, { mechOID: module.GSS_MECH_OID_KRB5 })));
};
