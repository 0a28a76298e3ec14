import type { Finding } from '../../../contract/proof/finding.ts';
import { directoryPorts } from '../../../protocols/ldap/directoryPorts.ts';
import { type PortProbe, probePorts } from '../../../protocols/net/probePorts.ts';
import type { FindingCode } from '../../knowledge/findingTable.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import { directoryPort } from '../connection/directoryService.ts';
import type { ResolvedDirectory } from '../resolvedDirectory.ts';
import type { RunControllerStage } from './directoryStage.ts';
import { requireAddress } from './requireAddress.ts';

/** A port that says nothing for this long is filtered. */
const longestSilenceMs = 3_000;
const kerberosPort = 88;

/** What this program itself needs with these values; the others are needed by Windows. */
const neededPorts = ({ encryption, identity }: ResolvedDirectory): number[] => [
  directoryPort('domain', encryption),
  ...(identity.mode === 'windows' ? [kerberosPort] : []),
];

const portText = ({ port, state }: PortProbe): string => `${port} ${state}`;

/** What all ports together say of the host; null: some of them are open, or they do not say the same. */
const wholeHost = (probes: readonly PortProbe[]): FindingCode | null => {
  if (probes.every(({ state }) => state === 'refused')) return 'controllerNotRunning';
  return probes.every(({ state }) => state === 'timedOut' || state === 'unreachable')
    ? 'controllerSilent'
    : null;
};

type Probed = { controller: string; address: string };

const judge = (
  probes: readonly PortProbe[],
  directory: ResolvedDirectory,
  { controller, address }: Probed,
): Finding | null => {
  const whole = wholeHost(probes);
  const at = controller === address ? address : `${controller} (${address})`;
  if (whole !== null) return makeFinding(whole, { at, controller, domain: directory.domain });
  const closed = probes.filter(({ state }) => state !== 'open');
  const needed = neededPorts(directory);
  const missing = closed.filter(({ port }) => needed.includes(port));
  const listed = (some: readonly PortProbe[]): string => some.map(({ port }) => port).join(', ');
  if (missing.length > 0) return makeFinding('controllerPortsClosed', { controller, ports: listed(missing) });
  return closed.length > 0
    ? makeFinding('controllerOptionalPortsClosed', { controller, ports: listed(closed) })
    : null;
};

/** Opens and closes every port that a controller has (TCP). */
export const runPorts: RunControllerStage = async (
  { evidence, transcript, signal },
  { parts, proven },
  controller,
) => {
  const { directory } = proven;
  const address = requireAddress(controller, directory);
  evidence.fact('address', address);
  const limitMs = Math.min(longestSilenceMs, directory.timeoutMs / 2);
  const probes = await probePorts(address, directoryPorts, signal, { limitMs, open: parts.openSocket });
  evidence.fact('portStates', probes.map(portText));
  for (const probe of probes) transcript.note(`${portText(probe)} (${probe.ms} ms)`);
  return judge(probes, directory, { controller: controller.host, address });
};
