import type { ConfigurationParts } from '../kerberos/kerberosConfiguration.ts';
import { readMacJoin } from './readMacJoin.ts';
import { readWindowsJoin } from './readWindowsJoin.ts';
import type { MachineJoin } from './machineJoin.ts';
import { readLinuxJoin } from './readLinuxJoin.ts';
import type { ToolParts } from './askSystemTool.ts';

export type MachineParts = ToolParts & ConfigurationParts;

/** Whether this machine is in a domain, as its own system says. Throws the reason of the signal. */
export const readMachineJoin = (parts: MachineParts, signal: AbortSignal): Promise<MachineJoin> => {
  if (parts.platform === 'win32') return readWindowsJoin(parts, signal);
  if (parts.platform === 'darwin') return readMacJoin(parts, signal);
  return readLinuxJoin(parts, signal);
};
