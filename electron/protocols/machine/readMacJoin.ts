import type { MachineJoin } from './machineJoin.ts';
import { askSystemTool, type ToolParts } from './askSystemTool.ts';

const source = 'dsconfigad';

/** Reads what `dsconfigad -show` says; a Mac that is in no domain says nothing. */
const parseDirectoryBinding = (text: string): MachineJoin => {
  const state = new Map<string, string>();
  for (const [, key = '', value = ''] of text.matchAll(/^ *(\S.*?) += +(.*?) *$/gm)) state.set(key, value);
  const domain = state.get('Active Directory Domain') ?? null;
  if (domain === null && text.trim() !== '')
    return { known: false, reason: 'unreadable', source, words: text.trim().slice(0, 200) };
  return { known: true, joined: domain !== null, domain, deviceState: Object.fromEntries(state), source };
};

/** Asks macOS whether this machine is in a domain. Throws the reason of the signal. */
export const readMacJoin = async (parts: ToolParts, signal: AbortSignal): Promise<MachineJoin> => {
  const tool = { program: '/usr/sbin/dsconfigad', args: ['-show'], source } as const;
  const said = await askSystemTool(tool, parts, signal);
  return 'text' in said ? parseDirectoryBinding(said.text) : said;
};
