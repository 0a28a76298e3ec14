import { type ConfigurationParts, readKerberosConfiguration } from '../kerberos/kerberosConfiguration.ts';
import { errorCode } from '../net/connectionError.ts';
import type { MachineJoin } from './machineJoin.ts';
import { askSystemTool, type ToolParts } from './askSystemTool.ts';

/** The key of the machine's own account, which joining a domain writes. */
const machineKeytab = '/etc/krb5.keytab';

const stateOf = (block: string): Map<string, string> => {
  const state = new Map<string, string>();
  for (const [, key = '', value = ''] of block.matchAll(/^ +([\w-]+): (.*)$/gm)) state.set(key, value);
  return state;
};

const isJoined = (state: Map<string, string>): boolean =>
  state.get('server-software') === 'active-directory' && (state.get('configured') ?? 'no') !== 'no';

/** Reads what `realm list` says of the first Active Directory domain; a machine that is in none says nothing. */
const parseRealmList = (text: string): MachineJoin => {
  const state = text
    .split(/\n(?=\S)/)
    .map(stateOf)
    .find(isJoined);
  return {
    ...{ known: true, joined: state !== undefined, deviceState: Object.fromEntries(state ?? []) },
    ...{ domain: state?.get('domain-name') ?? null, source: 'realm' },
  };
};

/** Without realmd: a default realm together with a key of the machine. */
const readKerberosJoin = async (parts: ConfigurationParts): Promise<MachineJoin> => {
  try {
    const { defaultRealm } = await readKerberosConfiguration(parts);
    const hasKeytab = await parts.files.exists(machineKeytab);
    const joined = defaultRealm !== null && hasKeytab;
    return {
      ...{ known: true, joined, source: 'krb5', domain: joined ? defaultRealm.toLowerCase() : null },
      deviceState: { default_realm: defaultRealm ?? '', [machineKeytab]: hasKeytab ? 'YES' : 'NO' },
    };
  } catch (error) {
    const code = errorCode(error);
    if (code === null) throw error;
    return { known: false, reason: 'failed', source: 'krb5', words: code };
  }
};

/**
 * Asks Linux whether this machine is in a domain: realmd, and where that knows of none the configuration of Kerberos,
 * since a machine can be joined without realmd. Throws the reason of the signal.
 */
export const readLinuxJoin = async (
  parts: ToolParts & ConfigurationParts,
  signal: AbortSignal,
): Promise<MachineJoin> => {
  const said = await askSystemTool({ program: 'realm', args: ['list'], source: 'realm' }, parts, signal);
  const join = 'text' in said ? parseRealmList(said.text) : said;
  return join.known && join.joined ? join : readKerberosJoin(parts);
};
