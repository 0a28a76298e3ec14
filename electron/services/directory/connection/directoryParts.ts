import type { Socket } from 'node:net';
import type { DirectoryResolver } from '../../../protocols/dns/createResolver.ts';
import type { Random } from '../../../protocols/dns/orderServices.ts';
import type { KdcTarget, KdcTimeAnswer, KdcTimeOptions } from '../../../protocols/kerberos/askKdcTime.ts';
import type {
  SecurityContext,
  SecurityContextRequest,
} from '../../../protocols/kerberos/openSecurityContext.ts';
import type { PingAnswer, PingOptions, PingTarget } from '../../../protocols/ldap/cldapPing.ts';
import type { TrustStore } from '../../../protocols/tls/trustStore.ts';

/** What reaching a directory works with. */
export type DirectoryParts = {
  trustStore: TrustStore;
  /** Of `dnsServers`, or of this machine where there are none. */
  createResolver: (dnsServers: readonly string[]) => DirectoryResolver;
  ping: (target: PingTarget, options: PingOptions, signal: AbortSignal) => Promise<PingAnswer>;
  /** Asks the controller's KDC for its time, without credentials. */
  askKdcTime: (target: KdcTarget, options: KdcTimeOptions, signal: AbortSignal) => Promise<KdcTimeAnswer>;
  openSocket: (address: string, port: number, signal: AbortSignal) => Promise<Socket>;
  openSecurityContext: (request: SecurityContextRequest) => Promise<SecurityContext>;
  /** This machine's own name, which a controller may log. */
  machineName: string;
  random: Random;
  now: () => Date;
};
