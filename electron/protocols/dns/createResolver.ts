import { getServers, type SrvRecord } from 'node:dns';
import { Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import { askDnsServer, type DnsServer } from './askDnsServer.ts';
import { DnsError, type DnsErrorCode } from './dnsError.ts';
import { decodeAddress, decodeService, type DnsRecordType, type RecordData } from './dnsMessage.ts';

/** The part of a DNS resolver that is asked for directories; its errors carry Node's codes (`ENOTFOUND` …). */
export type DirectoryResolver = {
  resolveSrv(name: string): Promise<SrvRecord[]>;
  resolve4(name: string): Promise<string[]>;
  resolve6(name: string): Promise<string[]>;
  /** Who is asked, as `address`, `address:port` or `[address]:port`. */
  getServers(): string[];
  /** Ends all open questions: they fail with ECANCELLED. */
  cancel(): void;
};

/** One server that is down must not use up the time of a whole stage. */
const defaultTimeoutMs = 3_000;
const dnsPort = 53;

/** Node checks the servers and gives them in one spelling. */
const inOneSpelling = (dnsServers: readonly string[]): string[] => {
  const resolver = new Resolver();
  resolver.setServers(dnsServers);
  return resolver.getServers();
};

const parseServer = (server: string): DnsServer => {
  if (isIP(server) > 0) return { address: server, port: dnsPort };
  const [, address = server, port] = /^\[?(.+?)\]?(?::(\d+))?$/.exec(server) ?? [];
  return { address, port: port === undefined ? dnsPort : Number(port) };
};

/** That a name or a record is not there is an answer; another server may know better than one that said anything else. */
const finalCodes: ReadonlySet<DnsErrorCode> = new Set(['ENOTFOUND', 'ENODATA', 'ECANCELLED']);
const isFinal = ({ code }: DnsError): boolean => finalCodes.has(code);

class DirectoryDns implements DirectoryResolver {
  readonly #servers: readonly string[];
  readonly #timeoutMs: number;
  readonly #cancelled = new AbortController();

  constructor(servers: readonly string[], timeoutMs: number) {
    this.#servers = servers;
    this.#timeoutMs = timeoutMs;
  }

  resolveSrv(name: string): Promise<SrvRecord[]> {
    return this.#ask(name, 'SRV', decodeService);
  }

  resolve4(name: string): Promise<string[]> {
    return this.#ask(name, 'A', decodeAddress);
  }

  resolve6(name: string): Promise<string[]> {
    return this.#ask(name, 'AAAA', decodeAddress);
  }

  getServers(): string[] {
    return [...this.#servers];
  }

  cancel(): void {
    this.#cancelled.abort(new DnsError('ECANCELLED'));
  }

  async #ask<Item>(name: string, type: DnsRecordType, decode: (data: RecordData) => Item): Promise<Item[]> {
    let failure: DnsError | null = null;
    for (const server of this.#servers) {
      const reply = await this.#askServer(parseServer(server), name, type);
      if (!(reply instanceof DnsError)) return reply.map(decode);
      failure = reply;
      if (isFinal(failure)) break;
    }
    throw failure ?? new DnsError('ECONNREFUSED');
  }

  /** What one server has, or says instead. */
  async #askServer(server: DnsServer, name: string, type: DnsRecordType): Promise<RecordData[] | DnsError> {
    try {
      const question = { name, type };
      const { code, records } = await askDnsServer(server, question, this.#timeoutMs, this.#cancelled.signal);
      return code === null && records.length > 0 ? records : new DnsError(code ?? 'ENODATA');
    } catch (error) {
      if (error instanceof DnsError) return error;
      throw error;
    }
  }
}

/**
 * A resolver for one piece of work. It asks `dnsServers` (`address`, `address:port`, `[v6]:port`) or, where there are
 * none, the servers of this machine, one after the other, each for `timeoutMs` milliseconds. It is not Node's own,
 * because that takes no SRV record from Samba (see decodeService). Throws ERR_INVALID_IP_ADDRESS for a server that is
 * none.
 */
export const createResolver = (
  dnsServers: readonly string[] | null,
  timeoutMs = defaultTimeoutMs,
): DirectoryResolver =>
  new DirectoryDns(
    dnsServers === null || dnsServers.length === 0 ? getServers() : inOneSpelling(dnsServers),
    timeoutMs,
  );
