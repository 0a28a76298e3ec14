import { isIPv6, type Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { withinTime } from '../../concurrency/withinTime.ts';
import type { DirectoryEncryption } from '../../contract/directory/directoryValues.ts';
import type { Trust } from '../../contract/mail/profile.ts';
import type { Encryption } from '../../contract/proof/finding.ts';
import { inspectImapServer } from '../../protocols/imap/inspectImapServer.ts';
import { inspectLdapServer } from '../../protocols/ldap/inspectLdapServer.ts';
import { inspectPop3Server } from '../../protocols/pop3/inspectPop3Server.ts';
import { openTunnel } from '../../protocols/net/proxyTunnel.ts';
import type { FindProxy } from '../../protocols/net/systemProxy.ts';
import { withConnection } from '../../protocols/net/withConnection.ts';
import { inspectSmtpServer } from '../../protocols/smtp/inspectSmtpServer.ts';
import { type CertificateLife, certificateLife } from '../../protocols/tls/certificateLife.ts';
import { secureSocket } from '../../protocols/tls/secureSocket.ts';
import type { TrustStore } from '../../protocols/tls/trustStore.ts';
import type { ProblemLog } from '../../stores/problemLog.ts';
import { helloName } from '../mail/proof/helloName.ts';
import type { ServerIdentity, ServerSeen } from './observation.ts';
import { silenceFinding } from './silenceFinding.ts';

type Place = { host: string; port: number };

/** How a server is spoken to. */
export type ServerSpeech = Place &
  (
    | { protocol: 'smtp'; encryption: Encryption; clientName: string | null }
    | { protocol: 'imap' | 'pop3'; encryption: 'starttls' | 'tls' }
    | { protocol: 'https' }
    | { protocol: 'ldap'; encryption: DirectoryEncryption; addresses: readonly string[] }
  );

export type WatchedServer = ServerIdentity & {
  speech: ServerSpeech;
  trust: Trust;
  /** How long a look may take, in ms. */
  limitMs: number;
};

export type LookParts = {
  trustStore: TrustStore;
  /** This machine's own name, for EHLO. */
  machineName: string;
  /** Opens the connection with a controller. */
  openSocket: (address: string, port: number, signal: AbortSignal) => Promise<Socket>;
  /** Gives the way to a web server, as a proof goes it. */
  findProxy: FindProxy;
  log: ProblemLog;
};

type Secure = (socket: Socket) => Promise<TLSSocket>;

type WebLook = Pick<LookParts, 'findProxy'> & { secure: Secure; signal: AbortSignal };

const inspectWebServer = async (target: Place, { secure, findProxy, signal }: WebLook): Promise<void> => {
  const name = isIPv6(target.host) ? `[${target.host}]` : target.host;
  const { proxy } = await findProxy(new URL(`https://${name}:${target.port}`));
  await withConnection(proxy ?? target, signal, async (socket) => {
    if (proxy !== null) await openTunnel(socket, { target, proxy, signal });
    (await secure(socket)).end();
  });
};

const inspect = async (
  speech: ServerSpeech,
  secure: Secure,
  { machineName, openSocket, findProxy }: LookParts,
  signal: AbortSignal,
): Promise<void> => {
  const onConnect = (): void => undefined;
  switch (speech.protocol) {
    case 'smtp': {
      const { clientName } = speech;
      const nameFor = (localAddress: string | undefined): string =>
        helloName({ clientName, machineName, localAddress });
      return inspectSmtpServer(speech, { signal, secure, helloName: nameFor });
    }
    case 'imap':
      return inspectImapServer(speech, { signal, onConnect, secure });
    case 'pop3':
      return inspectPop3Server(speech, { signal, onConnect, secure });
    case 'https':
      return inspectWebServer(speech, { secure, findProxy, signal });
    case 'ldap':
      return inspectLdapServer(speech, { signal, secure, open: openSocket });
  }
};

/**
 * Connects to a server, without signing in, and reads how long its certificate holds. Nothing is sent that a stranger might not
 * see, so whose certificate it is does not matter here: a proof judges that. Throws the reason of the signal.
 */
export const createServerLook =
  (parts: LookParts) =>
  async ({ speech, trust, limitMs, name }: WatchedServer, signal: AbortSignal): Promise<ServerSeen> => {
    const anchors = parts.trustStore.anchorsOf(trust);
    let certificate: CertificateLife | null = null;
    const lookWithin = (limited: AbortSignal): Promise<void> => {
      const secure: Secure = async (socket) => {
        const secured = await secureSocket(socket, { host: speech.host, anchors, signal: limited });
        certificate = certificateLife(secured, anchors);
        return secured;
      };
      return inspect(speech, secure, parts, limited);
    };
    try {
      await withinTime(limitMs, signal, lookWithin);
      return { answers: true, certificate };
    } catch (error) {
      signal.throwIfAborted();
      const finding = silenceFinding(error, speech.protocol);
      if (finding === null) parts.log.error('watch.lookBroke', { id: name, error });
      return { answers: false, finding: finding ?? 'unknownFailure' };
    }
  };

export type LookAtServer = ReturnType<typeof createServerLook>;
