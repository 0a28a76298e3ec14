import type { MachineJoin } from './machineJoin.ts';
import { askSystemTool, type ToolParts } from './askSystemTool.ts';
import { windowsProgram } from './windowsProgram.ts';

const source = 'dsregcmd';
const frame = /^\s*[+|]/;
/** Keys are English on every Windows; a key may have spaces, as `Device Name`. */
const keyAndValue = /^\s*([A-Za-z][\w ]*?)\s*:(?:\s+(.*))?$/;

/** The keys of each section; titles, which depend on nothing we need, only part them. */
const sectionsOf = (text: string): Record<string, string>[] => {
  const sections: Record<string, string>[] = [{}];
  for (const line of text.split(/\r?\n/)) {
    const [, key, value = ''] = keyAndValue.exec(line) ?? [];
    const section = sections.at(-1);
    if (frame.test(line)) sections.push({});
    else if (key !== undefined && section !== undefined) section[key] = value.trim();
  }
  return sections;
};

/**
 * Reads what `dsregcmd /status` says of the device ("Troubleshoot devices by using the dsregcmd command"): the section
 * that has DomainJoined, whatever its title is called.
 */
const parseDeviceState = (text: string): MachineJoin => {
  if (text.trim() === '') return { known: false, reason: 'emptyOutput', source, words: '' };
  const deviceState = sectionsOf(text).find((section) => 'DomainJoined' in section);
  const isJoined = deviceState?.['DomainJoined']?.toUpperCase();
  if (deviceState === undefined || (isJoined !== 'YES' && isJoined !== 'NO'))
    return { known: false, reason: 'unreadable', source, words: text.trim().slice(0, 200) };
  const joined = isJoined === 'YES';
  const domain = (joined ? deviceState['DomainName'] : '') || null;
  return { known: true, joined, domain, deviceState, source };
};

/** Asks Windows whether this machine is in a domain. Throws the reason of the signal. */
export const readWindowsJoin = async (
  parts: ToolParts & { environment: NodeJS.ProcessEnv },
  signal: AbortSignal,
): Promise<MachineJoin> => {
  const program = windowsProgram('dsregcmd.exe', parts.environment);
  const said = await askSystemTool({ program, args: ['/status'], source }, parts, signal);
  return 'text' in said ? parseDeviceState(said.text) : said;
};
