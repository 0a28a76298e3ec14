import { askSystemTool, type ToolParts, type ToolText } from './askSystemTool.ts';
import { windowsProgram } from './windowsProgram.ts';

/** What an account of Windows has set for proxies, as the registry has it; empty: not set. */
export type InternetSettings = {
  /** ProxyEnable: only then the next two count. */
  isProxyEnabled: boolean;
  proxyServer: string;
  proxyOverride: string;
  /** Address of a script that would choose; it is not evaluated here. */
  autoConfigUrl: string;
};

export type InternetSettingsAnswer =
  { known: true; settings: InternetSettings } | Exclude<ToolText<'reg'>, { text: string }>;

const key = String.raw`HKCU\Software\Microsoft\Windows\CurrentVersion\Internet Settings`;

/** Names and types are the same in every language of Windows. */
const valueLine = /^ {4}(\S+) {4}REG_(?:SZ|EXPAND_SZ|DWORD) {4}(.*)$/;

const valuesIn = (text: string): Map<string, string> =>
  new Map(
    text.split(/\r?\n/).flatMap((line): [string, string][] => {
      const [, name, value = ''] = valueLine.exec(line) ?? [];
      return name === undefined ? [] : [[name.toLowerCase(), value.trim()]];
    }),
  );

/** Reads what `reg query` wrote of the key "Internet Settings". */
export const parseInternetSettings = (text: string): InternetSettings => {
  const values = valuesIn(text);
  return {
    isProxyEnabled: Number(values.get('proxyenable') ?? 0) === 1,
    proxyServer: values.get('proxyserver') ?? '',
    proxyOverride: values.get('proxyoverride') ?? '',
    autoConfigUrl: values.get('autoconfigurl') ?? '',
  };
};

/** Asks Windows for the proxy of the account that this process runs as. Throws the reason of the signal. */
export const readInternetSettings = async (
  parts: ToolParts & { environment: NodeJS.ProcessEnv },
  signal: AbortSignal,
): Promise<InternetSettingsAnswer> => {
  const program = windowsProgram('reg.exe', parts.environment);
  const said = await askSystemTool({ program, args: ['query', key], source: 'reg' }, parts, signal);
  return 'text' in said ? { known: true, settings: parseInternetSettings(said.text) } : said;
};
