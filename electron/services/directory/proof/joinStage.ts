import type { Finding } from '../../../contract/proof/finding.ts';
import type { MachineJoin } from '../../../protocols/machine/machineJoin.ts';
import type { FindingCode } from '../../knowledge/findingTable.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import type { RunDomainStage } from './directoryStage.ts';

type KnownJoin = Extract<MachineJoin, { known: true }>;

/** Windows says the NetBIOS name, which is the first label of the DNS name unless somebody chose another one. */
const isSameDomain = (joined: string, domain: string): boolean => {
  const [one, other] = [joined.toLowerCase(), domain.toLowerCase()];
  return one === other || (!one.includes('.') && other.split('.')[0] === one);
};

/** Without an account of its own in the domain: Kerberos knows the realm all the same, or the cloud has it, which does not make up for that. */
const unjoinedCode = ({ deviceState }: KnownJoin, domain: string): FindingCode => {
  if (deviceState['AzureAdJoined']?.toUpperCase() === 'YES') return 'machineJoinedOnlyToEntra';
  const isRealm = deviceState['default_realm']?.toLowerCase() === domain.toLowerCase();
  return isRealm ? 'machineWithoutAccount' : 'machineNotJoined';
};

const judge = (join: KnownJoin, domain: string, needsJoin: boolean): Finding | null => {
  const { joined, domain: joinedDomain } = join;
  if (!joined)
    return makeFinding(needsJoin ? unjoinedCode(join, domain) : 'machineJoinNotNeeded', { domain });
  if (joinedDomain === null || isSameDomain(joinedDomain, domain)) return null;
  return makeFinding('machineJoinedToOtherDomain', { domain, joinedDomain });
};

/** Whether this machine is in a domain. */
export const runJoin: RunDomainStage = async (
  { evidence, signal },
  { parts, proven: { directory } },
): Promise<Finding | null> => {
  const join = await parts.readMachineJoin(signal);
  evidence.fact('joinSource', join.source);
  if (!join.known) {
    const text = [join.reason, join.words].filter(Boolean).join(': ');
    evidence.reply({ command: join.source, code: null, enhanced: null, text });
    return makeFinding('machineJoinUnknown', {});
  }
  evidence.fact('joined', join.joined);
  if (join.domain !== null) evidence.fact('joinedDomain', join.domain);
  const state = Object.entries(join.deviceState).map(([key, value]) => `${key}: ${value}`);
  if (state.length > 0) evidence.fact('deviceState', state);
  return judge(join, directory.domain, directory.identity.mode === 'windows');
};
