import { openSocket } from '../../../electron/protocols/net/openSocket.ts';
import type { DirectoryParts } from '../../../electron/services/directory/connection/directoryParts.ts';
import { labValues, proofParts, realParts } from '../../integration/directory/directoryReaders.ts';
import { type DirectoryProofRun, proveDirectory } from '../../integration/directory/proveScripted.ts';
import type { DirectoryLab } from '../../lab/directory/directoryLab.ts';
import { median } from '../median.ts';
import { BareConnection } from './bareConnection.ts';
import { inTurn } from '../inTurn.ts';

/** One proof of a controller beside what its network costs alone; times in ms. */
export type ReadinessFigures = {
  /** From the start to the verdict. */
  verdictMs: number;
  /** Each connection, handshake, bind, request, ping and DNS question as often as the proof made it, one after the other. */
  networkMs: number;
  ratio: number;
  /** What this process computed meanwhile, TLS and garbage collection included. */
  processorMs: number;
  connections: number;
  /** Searches and extended operations. A search in pages counts once. */
  requests: number;
  binds: number;
  dnsQuestions: number;
};

type Counted = Pick<ReadinessFigures, 'connections' | 'requests' | 'binds' | 'dnsQuestions'> & {
  pings: number;
};
type Costs = Record<'connect' | 'handshake' | 'bind' | 'request' | 'dns' | 'ping', number>;

const ldapPort = 389;
const { signal } = new AbortController();

/** The same parts, counting what goes over the network. */
const countingParts = (parts: DirectoryParts, counted: Counted): DirectoryParts => {
  return {
    ...parts,
    openSocket: (...target) => {
      counted.connections += 1;
      return parts.openSocket(...target);
    },
    ping: (...target) => {
      counted.pings += 1;
      return parts.ping(...target);
    },
    createResolver: (servers) => {
      const resolver = parts.createResolver(servers);
      const counting =
        <Answer>(ask: (name: string) => Promise<Answer>) =>
        (name: string): Promise<Answer> => {
          counted.dnsQuestions += 1;
          return ask(name);
        };
      return {
        resolveSrv: counting((name) => resolver.resolveSrv(name)),
        resolve4: counting((name) => resolver.resolve4(name)),
        resolve6: counting((name) => resolver.resolve6(name)),
        getServers: () => resolver.getServers(),
        cancel: () => resolver.cancel(),
      };
    },
  };
};

const countLines = ({ events }: DirectoryProofRun, beginning: RegExp): number =>
  events.filter(
    (event) =>
      event.type === 'transcript' && event.line.direction === 'client' && beginning.test(event.line.text),
  ).length;

const proveOnce = async (
  lab: DirectoryLab,
  shared: DirectoryParts,
): Promise<Omit<ReadinessFigures, 'networkMs' | 'ratio'> & Counted> => {
  const counted: Counted = { connections: 0, requests: 0, binds: 0, dnsQuestions: 0, pings: 0 };
  const parts = proofParts(countingParts(shared, counted));
  const processorAt = process.cpuUsage();
  const run = await proveDirectory(parts, {
    directory: labValues(lab),
    testUser: lab.users.alice.userPrincipalName,
  });
  const { user, system } = process.cpuUsage(processorAt);
  const last = run.events.at(-1);
  if (last?.type !== 'finished' || last.outcome !== 'passed') throw new Error(run.lines.join('\n'));
  counted.requests = countLines(run, /^(searchRequest|extendedRequest)/);
  counted.binds = countLines(run, /^bindRequest/);
  return { ...counted, verdictMs: last.durationMs, processorMs: (user + system) / 1_000 };
};

/** What one of each costs without the program's own code around it. */
const measureCosts = async (lab: DirectoryLab, parts: DirectoryParts, rounds: number): Promise<Costs> => {
  const [{ address, name }] = lab.controllers;
  const { userPrincipalName, password } = lab.users.reader;
  let open = await BareConnection.open(lab);
  await open.bind(userPrincipalName, password);
  const costs = await inTurn(rounds, {
    connect: async () => (await openSocket(address, ldapPort, signal)).destroy(),
    handshake: async () => {
      open.close();
      open = await BareConnection.open(lab);
    },
    bind: () => open.bind(userPrincipalName, password),
    request: () => open.find(lab.root, lab.users.alice.name),
    dns: () => parts.createResolver([lab.dns.address]).resolve4(name),
    ping: () => parts.ping({ address, domain: lab.domain, client: 'bench' }, { limitMs: 2_000 }, signal),
  });
  open.close();
  return { ...costs, handshake: Math.max(0, costs.handshake - costs.connect) };
};

/** Measures `rounds` proofs of the only controller of a lab. */
export const measureReadiness = async (lab: DirectoryLab, rounds = 15): Promise<ReadinessFigures[]> => {
  const proofs: Awaited<ReturnType<typeof proveOnce>>[] = [];
  const parts = realParts();
  for (let round = -1; round < rounds; round += 1) {
    const proof = await proveOnce(lab, parts);
    if (round >= 0) proofs.push(proof);
  }
  const costs = await measureCosts(lab, parts, rounds);
  const [first] = proofs;
  if (first === undefined) throw new RangeError('no proof');
  const { connections, requests, binds, dnsQuestions, pings } = first;
  const networkMs =
    connections * costs.connect +
    costs.handshake +
    requests * costs.request +
    binds * costs.bind +
    dnsQuestions * costs.dns +
    pings * costs.ping;
  const verdictMs = median(proofs.map((proof) => proof.verdictMs));
  const processorMs = median(proofs.map((proof) => proof.processorMs));
  return [
    {
      verdictMs,
      networkMs,
      ratio: verdictMs / networkMs,
      processorMs,
      connections,
      requests,
      binds,
      dnsQuestions,
    },
  ];
};
